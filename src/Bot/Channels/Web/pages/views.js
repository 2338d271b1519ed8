// On a narrow screen the cards and the talk are two views of one page, each with its own place of reading.
const views = { cards: document.querySelector('#show-cards'), talk: document.querySelector('#show-talk') };
const unread = views.talk.querySelector('b');
const places = { cards: 0, talk: Number.MAX_SAFE_INTEGER };    // the talk is read from its end
const talk = document.querySelector('.talk');

export const isTalkHidden = () => !talk.checkVisibility();

function show(view) {
  const former = document.body.dataset.view;
  if (former === view) return;
  places[former] = scrollY;
  document.body.dataset.view = view;
  for (const [name, button] of Object.entries(views)) button.setAttribute('aria-pressed', String(name === view));
  if (view === 'talk') unread.textContent = '';
  scrollTo({ top: places[view] });
}

export function showTalk() {
  if (isTalkHidden()) show('talk');
}

export const countUnread = () => (unread.textContent = Number(unread.textContent) + 1);

for (const [name, button] of Object.entries(views)) button.addEventListener('click', () => show(name));
document.querySelector('.skip').addEventListener('click', showTalk);
