// Three dots while an answer may be on its way; none when it comes at once, and not for ever when we listen in silence.
const soon = 500;       // milliseconds: an answer that is quicker needs no sign
const enough = 6_000;

export function awaitReply(dots, keepEnd) {
  let isAwaited = false;
  let timers = [];

  const show = isShown => keepEnd(() => (dots.hidden = !isShown));
  const came = () => {
    isAwaited = false;
    timers.forEach(clearTimeout);
    if (!dots.hidden) show(false);
  };

  return {
    ask() {
      isAwaited = true;
    },
    expect() {    // only now it has been taken: before, the message itself shows that it waits
      if (!isAwaited) return;
      timers.forEach(clearTimeout);
      timers = [setTimeout(show, soon, true), setTimeout(came, enough)];
    },
    came,
  };
}
