// Draws what was said. Everything from outside becomes text nodes: nothing is ever read as markup.
import { languageOf, word } from './words.js';

const officialSites = ['gov.kz', 'adilet.zan.kz'];    // state sites only: a link from us must be safe to press
const special = /https:\/\/[^\s<>"«»]+|(?<!\d)\d{4}(?:[ \u00a0\u202f]\d{4}){3}(?!\d)/g;    // an address, or a receipt

function isOfficial(text) {
  try {
    const { protocol, hostname, username, port } = new URL(text);
    return protocol === 'https:' && !username && !port && officialSites.some(site => hostname === site || hostname.endsWith(`.${site}`));
  } catch {
    return false;    // not an address at all
  }
}

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter(child => child !== null));
  return made;
}

function linked(plain) {
  const text = plain.replaceAll(' ₸', '\u00a0₸');    // a sum and its sign stay on one line
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(special)) {
    if (!match[0].startsWith('https')) {
      parts.push(text.slice(end, match.index), element('span', 'receipt', match[0]));
      end = match.index + match[0].length;
      continue;
    }
    const shown = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (!isOfficial(shown)) continue;
    const link = element('a', null, shown);
    link.href = shown;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    parts.push(text.slice(end, match.index), link);
    end = match.index + shown.length;
  }
  return [...parts, text.slice(end)];
}

// A block of text in its language.
export function said(name, className, text) {
  const block = element(name, className, ...linked(text));
  const language = languageOf(text);
  if (language) block.lang = language;
  return block;
}

function words(text, isCard) {
  const cut = isCard ? text.indexOf('\n') : -1;
  if (cut < 0) return said('div', 'words', text);
  const block = said('div', 'words', text.slice(cut + 1));
  block.prepend(said('strong', 'first', text.slice(0, cut)), '\n');
  return block;
}

const speaker = key => element('span', 'unseen', `${word(key)}: `);

export function buttonRow(reply, press) {
  const row = element('div', 'buttons');
  for (const { label, token, style, lasts } of reply.buttons) {
    const button = element('button', style === 'plain' ? null : style, label);
    button.type = 'button';
    button.dataset.token = token;
    if (!lasts && reply.question) button.dataset.question = reply.question;
    const language = languageOf(label);
    if (language) button.lang = language;
    button.addEventListener('click', () => button.getAttribute('aria-disabled') !== 'true' && press({ token, label, button }));
    row.append(button);
  }
  return row;
}

// Pressed buttons stay where they are, marked and out of use; focus is not lost as it would be by disabling them.
export function markPressed(button) {
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('pressed');
  button.append(element('span', 'unseen', ` (${word('web.chosen')})`));
}

export function unmark(button) {
  button.removeAttribute('aria-disabled');
  button.classList.remove('pressed');
  button.querySelector('.unseen')?.remove();
}

// A new question makes the buttons of the earlier ones meaningless: they stay to be read, not to be pressed.
export function retire(place, question) {
  for (const button of place.querySelectorAll('[data-question]'))
    if (Number(button.dataset.question) < question && !button.classList.contains('past')) {
      button.setAttribute('aria-disabled', 'true');
      button.classList.add('past');
    }
}

// A picture that came as SVG. As an image it can neither run nor fetch anything.
function pictured({ svg, words }) {
  const image = element('img', 'picture');
  image.alt = words;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return image;
}

// A photograph of a case: the service gives it to coordinators only, and the browser keeps no copy of it.
function photographed(reply) {
  const image = element('img', 'picture');
  image.alt = reply.text;
  image.src = `/triage/photo/${reply.photo}`;
  return image;
}

export function replyBubble(reply, press) {
  const isCard = Boolean(reply.card);
  const bubble = element('article', isCard ? 'bubble bot card' : 'bubble bot', speaker('web.title'), words(reply.text, isCard));
  if (reply.picture) bubble.append(pictured(reply.picture));
  if (reply.photo) bubble.append(photographed(reply));
  if (reply.buttons.length) bubble.append(buttonRow(reply, press));
  bubble.tabIndex = -1;
  for (const button of bubble.querySelectorAll('button')) if (reply.pressed?.includes(button.dataset.token)) markPressed(button);
  return bubble;
}

// What a coordinator said, or what we answered one of the others: their buttons are not ours to press.
export function groupBubble(name, reply, isOurs) {
  const title = element('strong', 'name', isOurs ? `→ ${name}` : name);
  const photo = reply.photo ? photographed(reply) : null;
  return element('article', isOurs ? 'bubble bot' : 'bubble colleague', title, words(reply.text, false), photo);
}

// Puts a card's new state in the place of the old one; whoever was in it with the keyboard stays in it.
export function replaceBubble(former, bubble) {
  const focused = former.contains(document.activeElement) ? document.activeElement.dataset.token ?? '' : null;
  former.replaceWith(bubble);
  if (focused !== null) (bubble.querySelector(`[data-token="${CSS.escape(focused)}"]`) ?? bubble).focus();
}

export function ownBubble(entry) {
  const state = element('small', 'state');
  const files = entry.files?.length ? element('ul', 'files', ...entry.files.map(name => element('li', null, name))) : null;
  const bubble = element('article', 'bubble own', speaker('web.you'), entry.text ? words(entry.text, false) : null, files, state);
  showState(bubble, entry);
  return bubble;
}

export function showState(bubble, entry) {
  bubble.dataset.state = entry.state;
  const says = { sending: '', sent: '✓', waiting: word('web.waiting'), lost: word('web.files_lost'), refused: entry.reason ?? '' };
  const state = bubble.querySelector('.state');
  state.textContent = says[entry.state];
  if (entry.state === 'sent') state.append(element('span', 'unseen', ` ${word('web.sent')}`));
}
