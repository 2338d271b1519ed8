// The coordinators' page: a card for each tip, kept up to date, and the group's talk beside them.
import { groupBubble, markPressed, ownBubble, replyBubble, retire, showState, unmark } from './bubble.js';
import { showCard } from './cards.js';
import { compose, leaveQuickly } from './composer.js';
import { createOutbox, newId } from './outbox.js';
import { listen } from './stream.js';
import { isTalkHidden, showTalk, countUnread } from './views.js';
import { whenLanguageChanges, word } from './words.js';

const log = document.querySelector('#log');
const newest = document.querySelector('#newest');
const mark = document.documentElement.dataset.mark;
const own = new Map();       // what this coordinator says and has not yet come back as said → its element
const waiting = new Set();   // pressed buttons whose effect has not come yet
let after = 0;               // nothing is kept in the browser: every visit reads the cards anew
let isOver = false;

const outbox = createOutbox('/triage/say', {
  async renew() {
    end();
    return false;
  },
  changed(entry, outcome) {
    Object.assign(entry, outcome);
    if (own.has(entry)) showState(own.get(entry), entry);
    else if (outcome.state === 'refused') document.querySelector('#fault').textContent = outcome.reason;
    if (entry.button && outcome.state === 'refused') unmark(entry.button);
  },
});

function end() {
  isOver = true;
  stop();
  document.querySelector('#connection').textContent = word('web.triage_ended');
  for (const button of document.querySelectorAll('main button')) button.setAttribute('aria-disabled', 'true');
}

function press({ token, label, button }) {
  markPressed(button);
  waiting.add(button);
  outbox.add({ id: newId(), text: label, press: token, button });
}

// Whatever comes after a press is its answer or makes it old: a card's buttons may be used again; what was chosen stays marked.
function release() {
  for (const button of waiting) if (!button.dataset.question) unmark(button);
  waiting.clear();
}

const arrived = [];
let announcing;

function announce(line) {
  arrived.push(line);
  clearTimeout(announcing);
  announcing = setTimeout(() => {    // many at once, as on opening the page, are told in one sentence
    document.querySelector('#news').textContent = arrived.length === 1
      ? word('web.triage_new_card', { line: arrived[0] }) : word('web.triage_new_cards', { count: arrived.length });
    arrived.length = 0;
  }, 1000);
}

const isAtEnd = () => log.getBoundingClientRect().bottom <= innerHeight + 160 && log.scrollTop + log.clientHeight >= log.scrollHeight - 160;

function toEnd() {
  log.lastElementChild?.scrollIntoView({ block: 'nearest' });
  log.scrollTop = log.scrollHeight;
  newest.hidden = true;
}

// What I said comes back in its place among what the others said; until then it stands at the end.
function mine(text) {
  const sent = [...own.keys()].find(entry => entry.text === text);
  own.get(sent)?.remove();
  own.delete(sent);
  return ownBubble({ text, state: 'sent' });
}

function bubbleOf(reply) {
  if (reply.from) return reply.from.mark === mark ? mine(reply.text) : groupBubble(reply.from.name, reply, false);
  if (reply.to && reply.to.mark !== mark) return groupBubble(reply.to.name, reply, true);
  return replyBubble(reply, press);
}

function hear(position, reply) {
  after = position;
  const isMyDoing = waiting.size > 0;
  const wasOnCard = [...waiting].some(button => button.closest('.card'));
  release();
  if (reply.card) {
    showCard(reply, press, isMyDoing);
    return announce(reply.text.split('\n')[0]);
  }
  const wasAtEnd = isAtEnd();
  log.append(bubbleOf(reply));
  if (reply.to?.mark === mark) retire(log, reply.question);
  if (wasOnCard && reply.to?.mark === mark) showTalk();    // on a phone the answer would be out of sight
  if (isTalkHidden()) countUnread();
  if (wasAtEnd) toEnd();
  else newest.hidden = false;
}

async function check() {
  const answer = await fetch('/triage', { method: 'GET' }).catch(() => null);
  if (answer?.status === 403) end();
}

const stop = listen('/triage/stream', {
  after: () => after,
  hear,
  connected(isUp) {
    if (isOver) return;
    document.querySelector('#connection').textContent = isUp ? '' : word('web.reconnecting');
    if (!isUp) check();
  },
});

compose(text => {
  const entry = { own: true, id: newId(), text, state: 'sending' };
  const bubble = ownBubble(entry);
  own.set(entry, bubble);
  log.append(bubble);
  toEnd();
  outbox.add(entry);
});
leaveQuickly(stop);
newest.addEventListener('click', toEnd);
log.addEventListener('scroll', () => isAtEnd() && (newest.hidden = true), { passive: true });
whenLanguageChanges(() => {
  for (const [entry, bubble] of own) showState(bubble, entry);
});
