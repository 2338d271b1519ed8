// The coordinators' cards: open ones with the newest on top, many of them only by their heads; closed ones folded away.
import { buttonRow, element, replaceBubble, said } from './bubble.js';
import { word } from './words.js';

const few = 5;          // so many are read as they lie; of more, each is opened by hand
const quiet = 500;      // milliseconds without a card: those that were there before have all come
const place = document.querySelector('#cards');
const open = document.querySelector('#open');
const closed = document.querySelector('#closed');
const filters = document.querySelectorAll('.filter button');
const me = document.querySelector('.who b').textContent;
const shown = new Map();    // card id → its element
let isSettled = false;
let settling;

const isOpen = reply => reply.standing?.isOpen ?? reply.buttons.length > 0;
const cardsIn = list => [...list.querySelectorAll('.card')];

function draw(reply, press) {
  const [first, state = '', ...rest] = reply.text.split('\n');
  const snippet = rest.find(line => line.trim()) ?? '';
  const head = [said('strong', 'first', first), said('span', 'standing', state), said('span', 'snippet', snippet)];
  const parts = rest.join('\n').split(/\n{2,}/).filter(part => part.trim()).map(part => said('p', null, part.trim()));
  const details = element('details', null, element('summary', null, ...head), element('div', 'words', ...parts));
  if (reply.buttons.length) details.append(buttonRow(reply, press));
  const card = element('article', 'bubble bot card', details);
  card.dataset.standing = !isOpen(reply) ? 'closed' : !reply.standing?.holder ? 'new' : reply.standing.holder === me ? 'mine' : 'taken';
  card.tabIndex = -1;
  for (const event of ['focusin', 'pointerdown']) card.addEventListener(event, () => seen(card));
  return card;
}

function seen(card) {
  delete card.dataset.fresh;
  card.querySelector('.fresh')?.remove();
}

function markFresh(card) {
  card.dataset.fresh = '';
  card.querySelector('summary').prepend(element('span', 'fresh', word('web.triage_fresh')));
}

const unfold = (card, isUnfolded) => (card.querySelector('details').open = isUnfolded);

function settle() {
  clearTimeout(settling);
  if (!isSettled) settling = setTimeout(() => (isSettled = true), quiet);
}

// Puts a card where it belongs. Nothing moves under the hands of whoever is in it, or who has just asked for the change.
export function showCard(reply, press, isMyDoing) {
  const card = draw(reply, press);
  const former = shown.get(reply.card);
  const list = isOpen(reply) ? open : closed;
  shown.set(reply.card, card);
  if (former) unfold(card, former.querySelector('details').open && isOpen(reply));
  const staysPut = former && (former.contains(document.activeElement) || (isMyDoing && former.parentElement === list));
  if (staysPut) replaceBubble(former, card);
  else {
    former?.remove();
    if (list === open) open.prepend(card);
    else closed.querySelector('summary').after(card);
  }
  if (!former) unfold(card, isOpen(reply) && cardsIn(open).length <= few);
  if (!isSettled && cardsIn(open).length > few) cardsIn(open).forEach(one => unfold(one, false));
  if (isSettled && !isMyDoing && isOpen(reply)) markFresh(card);
  settle();
  count();
}

function count() {
  const counts = { open: 0, new: 0, mine: 0, closed: 0 };
  for (const { dataset: { standing } } of shown.values()) {
    if (standing in counts) counts[standing]++;
    if (standing !== 'closed') counts.open++;
  }
  for (const button of filters) button.querySelector('b').textContent = counts[button.dataset.filter];
  closed.querySelector('summary b').textContent = counts.closed;
  closed.hidden = counts.closed === 0;
  document.querySelector('#empty').hidden = counts[place.dataset.filter] > 0;
}

for (const button of filters)
  button.addEventListener('click', () => {
    place.dataset.filter = button.dataset.filter;
    for (const other of filters) other.setAttribute('aria-pressed', String(other === button));
    count();
  });
