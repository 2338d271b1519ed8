// Sends one message after another, and keeps trying: the id made here lets the service recognise a repetition.
const pauses = [1, 2, 4, 8, 15, 30];    // seconds between tries; half a minute is the longest that anybody should wait
const textTimeout = 30_000;             // a line that has not moved in this time is dead
const filesTimeout = 300_000;           // five minutes for photographs over a slow line

const pause = seconds => new Promise(resolve => {
  const done = () => {
    clearTimeout(timer);
    removeEventListener('online', done);
    resolve();
  };
  const timer = setTimeout(done, seconds * 1000);
  addEventListener('online', done);
});

export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

function body({ entry, files }) {
  const { id, press } = entry;
  const text = press ? '' : entry.text.replace(/\p{Surrogate}/gu, '\uFFFD');    // halves of characters cannot travel
  if (!files.length) return JSON.stringify({ id, text, press });

  const form = new FormData();
  form.append('id', id);
  form.append('text', text);
  for (const file of files) form.append('files', file);
  return form;
}

export function createOutbox(address, { changed, renew }) {
  const queue = [];
  let running = false;

  async function post(letter) {
    const content = body(letter);
    const headers = { 'X-Requested-By': 'page' };
    if (typeof content === 'string') headers['Content-Type'] = 'application/json';
    const signal = AbortSignal.timeout(letter.files.length ? filesTimeout : textTimeout);
    const answer = await fetch(address, { method: 'POST', headers, body: content, signal });
    if (answer.ok) return { state: 'sent' };
    const isRenewed = answer.status === 401 && await renew();
    if (isRenewed || answer.status === 429 || answer.status >= 500)
      return { state: 'waiting', wait: Number(answer.headers.get('Retry-After')) || undefined };
    return { state: 'refused', reason: await answer.text() };
  }

  async function run() {
    if (running) return;
    running = true;
    for (let tries = 0; queue.length;) {
      const letter = queue[0];
      const outcome = await post(letter).catch(() => ({ state: 'waiting' }));    // no line: like a busy service
      changed(letter.entry, outcome);
      if (outcome.state !== 'waiting') {
        queue.shift();
        tries = 0;
      } else {
        await pause(outcome.wait ?? pauses[Math.min(tries++, pauses.length - 1)]);
      }
    }
    running = false;
  }

  return {
    add(entry, files = []) {
      queue.push({ entry, files });
      run();
    },
    get holdsFiles() {
      return queue.some(letter => letter.files.length);
    },
  };
}
