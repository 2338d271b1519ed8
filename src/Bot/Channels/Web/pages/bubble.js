// Draws what was said. Everything from outside becomes text nodes: nothing is ever read as markup.
import { languageOf, word } from './words.js';

const officialSites = ['gov.kz', 'adilet.zan.kz'];    // state sites only: a link from us must be safe to press
const address = /https:\/\/[^\s<>"«»]+/g;

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

function linked(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
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

function words(text, isCard) {
  const block = element('div', 'words');
  const cut = isCard && text.includes('\n') ? text.indexOf('\n') : 0;
  if (cut) block.append(element('strong', 'first', ...linked(text.slice(0, cut))), '\n');
  block.append(...linked(text.slice(cut).replace(/^\n/, '')));
  const language = languageOf(text);
  if (language) block.lang = language;
  return block;
}

const speaker = key => element('span', 'unseen', `${word(key)}: `);

export function buttonRow(reply, press) {
  const row = element('div', 'buttons');
  for (const { label, token, style } of reply.buttons) {
    const button = element('button', style === 'plain' ? null : style, label);
    button.type = 'button';
    button.dataset.token = token;
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

export function replyBubble(reply, press) {
  const isCard = Boolean(reply.card);
  const bubble = element('article', isCard ? 'bubble bot card' : 'bubble bot', speaker('web.title'), words(reply.text, isCard));
  if (reply.buttons.length) bubble.append(buttonRow(reply, press));
  bubble.tabIndex = -1;
  for (const button of bubble.querySelectorAll('button')) if (reply.pressed?.includes(button.dataset.token)) markPressed(button);
  return bubble;
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
