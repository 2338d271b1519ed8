// The conversation as this tab shows it: survives a reload, ends with the tab, belongs to one session.
const key = 'conversation';
const mostEntries = 500;    // older ones leave the page's memory, never the bot's

export function remember(session) {
  const empty = { session, after: 0, entries: [] };
  let kept = empty;
  try {
    kept = JSON.parse(sessionStorage.getItem(key)) ?? empty;
  } catch {
    sessionStorage.removeItem(key);
  }
  if (kept.session !== session) kept = empty;

  kept.save = () => {
    if (kept.forgotten) return;
    kept.entries.splice(0, Math.max(0, kept.entries.length - mostEntries));
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {    // the browser's few megabytes are full: the older half goes
      kept.entries.splice(0, Math.ceil(kept.entries.length / 2));
      sessionStorage.setItem(key, JSON.stringify(kept));
    }
  };
  kept.forget = () => {
    kept.forgotten = true;
    kept.entries = [];
    sessionStorage.clear();
  };
  return kept;
}
