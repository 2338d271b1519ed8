// The place to write: text, attached files, Enter to send; and the way out.
import { element } from './bubble.js';
import { whenLanguageChanges, word } from './words.js';

const limits = JSON.parse(document.documentElement.dataset.limits);
const megabyte = 1024 * 1024;

// Why a file cannot go along with the others, or nothing.
function reasonAgainst(file, others) {
  const total = others.reduce((sum, other) => sum + other.size, file.size);
  if (file.size > limits.FileMegabytes * megabyte) return `${file.name}: ${word('web.file_too_big', { limit: limits.FileMegabytes })}`;
  if (others.length === limits.Files) return word('web.too_many_files', { limit: limits.Files });
  if (total > limits.MessageMegabytes * megabyte) return word('web.files_too_big', { limit: limits.MessageMegabytes });
  return '';
}

export function compose(send) {
  const form = document.querySelector('#composer');
  const text = form.querySelector('#text');
  const attach = form.querySelector('#attach');
  const list = form.querySelector('#files');
  const fault = form.querySelector('#fault');
  let files = [];

  function admit(added) {
    fault.textContent = '';
    for (const file of added) {
      const reason = reasonAgainst(file, files);
      if (reason) fault.textContent = reason;
      else files.push(file);
    }
    showFiles();
  }

  function showFiles() {
    list.replaceChildren(...files.map(file => {
      const remove = element('button', null, '×');
      remove.type = 'button';
      remove.setAttribute('aria-label', word('web.remove_file', { name: file.name }));
      remove.addEventListener('click', () => {
        files = files.filter(other => other !== file);
        showFiles();
        text.focus();
      });
      return element('li', null, element('span', null, file.name), remove);
    }));
  }

  attach?.addEventListener('change', () => {
    admit([...attach.files]);
    attach.value = '';
    text.focus();
  });
  if (attach) {
    text.addEventListener('paste', event => event.clipboardData.files.length && admit([...event.clipboardData.files]));
    whenLanguageChanges(showFiles);
  }

  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  form.addEventListener('submit', event => {
    event.preventDefault();
    const said = text.value.trim();
    fault.textContent = said.length > limits.TextCharacters ? word('web.text_too_long', { limit: limits.TextCharacters }) : '';
    if (fault.textContent || (!said && !files.length)) return text.focus();
    send(said, files);
    files = [];
    text.value = '';
    if (attach) showFiles();
    text.focus();
  });
}

// Gone at once, in every tab: the page is empty before the service has answered, and "back" finds a new session.
export function leaveQuickly(forget) {
  const tabs = new BroadcastChannel('leave');
  const leave = () => {
    forget();
    document.body.replaceChildren();
    document.title = '…';
    location.replace(document.documentElement.dataset.leave);
  };
  tabs.onmessage = leave;
  document.querySelector('#leave').addEventListener('click', () => {
    fetch('/leave', { method: 'POST', keepalive: true, headers: { 'X-Requested-By': 'page' } }).catch(() => {});
    tabs.postMessage('');
    leave();
  });
}
