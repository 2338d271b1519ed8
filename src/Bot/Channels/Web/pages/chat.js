// The citizen's page: what was said, in order, and what is still on its way.
import { markPressed, ownBubble, replaceBubble, replyBubble, retire, showState } from './bubble.js';
import { compose, leaveQuickly } from './composer.js';
import { remember } from './memory.js';
import { createOutbox, newId } from './outbox.js';
import { listen } from './stream.js';
import { awaitReply } from './typing.js';
import { whenLanguageChanges, word } from './words.js';

const root = document.documentElement;
const log = document.querySelector('#log');
const newest = document.querySelector('#newest');
const memory = remember(root.dataset.session);
const bubbles = new Map();

const isAtEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 160;
const toEnd = () => scrollTo({ top: document.documentElement.scrollHeight });

// Shows what has come, but never so much at once that its beginning is gone: the reader has to go on by hand then.
const burst = 10_000;
let anchor, anchoredAt = -burst;

function anchorAt(bubble) {
  anchor = bubble;
  anchoredAt = performance.now();
}

function showNew(bubble) {
  if (!anchor?.isConnected || performance.now() - anchoredAt > burst) anchorAt(bubble);
  scrollTo({ top: Math.max(scrollY, anchor.getBoundingClientRect().top + scrollY - 12) });
  newest.hidden = isAtEnd();
}

function keepEnd(change) {
  const wasAtEnd = isAtEnd();
  change();
  if (wasAtEnd) toEnd();
}

async function renewSession() {
  const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  memory.session = page.documentElement.dataset.session;
  memory.save();
  listening.again();
  return true;
}

const reply = awaitReply(document.querySelector('#typing'), keepEnd);
const outbox = createOutbox('/say', {
  renew: renewSession,
  changed(entry, outcome) {
    entry.state = outcome.state;
    entry.reason = outcome.reason;
    if (outcome.state === 'sent') reply.expect();
    if (!bubbles.has(entry)) return;
    memory.save();
    keepEnd(() => showState(bubbles.get(entry), entry));
  },
});

function draw(entry) {
  const bubble = entry.own ? ownBubble(entry) : replyBubble(entry, pressed => press(entry, pressed));
  const former = bubbles.get(entry);
  bubbles.set(entry, bubble);
  if (former) replaceBubble(former, bubble);
  else log.append(bubble);
}

function say(entry, files = []) {
  memory.entries.push(entry);
  memory.save();
  draw(entry);
  toEnd();
  anchorAt(bubbles.get(entry));
  send(entry, files);
}

function send(entry, files) {
  reply.ask();
  outbox.add(entry, files);
}

function press(message, { token, label, button }) {
  message.pressed = [...message.pressed ?? [], token];
  markPressed(button);
  say({ own: true, id: newId(), text: label, press: token, state: 'sending' });
}

function hear(position, message) {
  const wasAtEnd = isAtEnd();
  reply.came();
  const former = message.card && memory.entries.find(entry => entry.card === message.card);
  const entry = former ?? {};
  Object.assign(entry, { ...message, position, pressed: [] });
  if (!former) memory.entries.push(entry);
  memory.after = position;
  memory.save();
  draw(entry);
  if (message.question) retire(log, message.question);
  if (former) document.querySelector('#news').textContent = word('web.card_changed', { line: message.text.split('\n')[0] });
  else if (wasAtEnd) showNew(bubbles.get(entry));
  else newest.hidden = false;
}

const listening = {
  again() {
    this.stop?.();
    this.stop = listen('/stream', {
      after: () => memory.after,
      hear,
      connected(isUp) {
        keepEnd(() => document.querySelector('#connection').textContent = isUp ? '' : word('web.reconnecting'));
      },
    });
  },
};

function restore() {
  log.setAttribute('aria-busy', 'true');
  for (const entry of memory.entries) {
    const isUnsent = entry.own && ['sending', 'waiting'].includes(entry.state);
    if (isUnsent && entry.files?.length) entry.state = 'lost';    // a page may not keep files over a reload
    draw(entry);
    if (isUnsent && entry.state !== 'lost') outbox.add(entry);
  }
  retire(log, Math.max(0, ...memory.entries.map(entry => entry.question ?? 0)));
  log.removeAttribute('aria-busy');
  if (memory.entries.length) toEnd();
}

compose((text, files) => say({ own: true, id: newId(), text, files: files.map(file => file.name), state: 'sending' }, files));
leaveQuickly(() => {
  listening.stop();
  memory.forget();
});
whenLanguageChanges(() => {
  for (const [entry, bubble] of bubbles) if (entry.own) showState(bubble, entry);
  if (memory.entries.length) send({ id: newId(), text: `/language ${root.lang}` }, []);    // the page's language is meant to be ours too
});
newest.addEventListener('click', toEnd);
addEventListener('scroll', () => isAtEnd() && (newest.hidden = true), { passive: true });
addEventListener('beforeunload', event => outbox.holdsFiles && !memory.forgotten && event.preventDefault());
history.scrollRestoration = 'manual';    // a conversation is taken up at its end
restore();
listening.again();
