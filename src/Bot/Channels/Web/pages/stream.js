// Listens for replies, and comes back after every break from the place where it stopped.
const pauses = [1, 2, 4, 8, 15];    // seconds; the browser's own reconnecting gives up when the service answers with an error

export function listen(address, { after, hear, connected }) {
  let tries = 0;
  let source;
  let timer;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`${address}?after=${after()}`);
    source.onopen = () => {
      tries = 0;
      connected(true);
    };
    source.onmessage = event => {
      const position = Number(event.lastEventId);
      if (position > after()) hear(position, JSON.parse(event.data));
    };
    source.onerror = () => {
      connected(false);
      source.close();
      timer = setTimeout(open, pauses[Math.min(tries++, pauses.length - 1)] * 1000);
    };
  }

  addEventListener('online', open);
  open();
  return () => {
    removeEventListener('online', open);
    clearTimeout(timer);
    source.close();
  };
}
