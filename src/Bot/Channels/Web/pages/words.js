// The page's words in the reader's language, changed in place so that nothing typed or attached is lost.
const root = document.documentElement;
const listeners = [];
let words = JSON.parse(root.dataset.words);

export const word = (key, blanks = {}) =>
  Object.entries(blanks).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key] ?? key);

export const whenLanguageChanges = listener => listeners.push(listener);

// The language of a text by its letters, for screen readers: the bot may answer in another language than the page's.
export const languageOf = text => /[әғқңөұүһі]/i.test(text) ? 'kk' : /[а-яё]/i.test(text) ? 'ru' : /[a-z]/i.test(text) ? 'en' : null;

function fill() {
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', word(element.dataset.label));
  for (const element of document.querySelectorAll('[data-hint]')) element.placeholder = word(element.dataset.hint);
  for (const element of document.querySelectorAll('[data-title]')) element.title = word(element.dataset.title);
}

function mark() {
  for (const link of document.querySelectorAll('[data-language]')) {
    if (link.dataset.language === root.lang) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

async function change(event) {
  event.preventDefault();
  const link = event.currentTarget;
  try {
    const answer = await fetch(`/words/${link.dataset.language}`);
    if (!answer.ok) throw new Error(answer.statusText);
    words = await answer.json();
  } catch {
    location.href = link.href;    // without the words in place, the page in that language
    return;
  }
  root.lang = link.dataset.language;
  mark();
  fill();
  for (const listener of listeners) listener();
}

for (const link of document.querySelectorAll('[data-language]')) link.addEventListener('click', change);
mark();
