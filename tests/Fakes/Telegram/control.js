// The page by which a developer is a person in this Telegram.
const $ = id => document.getElementById(id);
// The address may name the place: #-1009000000001/2 is topic 2 of a group.
let [chat, thread] = (location.hash.slice(1) || '1001').split('/').map(Number), shown = '', here = null;

const make = (tag, text, kind) => Object.assign(document.createElement(tag), { textContent: text ?? '', className: kind ?? '' });
const from = () => ({ id: Number($('id').value) || 1001, first_name: $('person').value, language_code: $('language').value });
const ask = async what => (await fetch('/control/' + what)).json();

async function post(what, body) {
  const place = here?.is_forum && thread !== 1 ? { chat, thread } : { chat };
  const answer = await fetch('/control/' + what, { method: 'POST', body: JSON.stringify({ ...place, from: from(), ...body }) });
  $('wrong').textContent = answer.ok ? '' : (await answer.json()).wrong;
  return show();
}

const marks = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code', pre: 'code', blockquote: 'blockquote', text_link: 'a' };

// Words between two ends of marks bear all the marks that cover them.
function words(message) {
  const p = make('p'), ends = new Set([0, message.text.length]);
  for (const m of message.marks ?? []) ends.add(m.offset).add(m.offset + m.length);
  const places = [...ends].sort((a, b) => a - b);
  places.slice(1).forEach((end, i) => {
    let node = document.createTextNode(message.text.slice(places[i], end));
    for (const m of (message.marks ?? []).filter(m => m.offset <= places[i] && m.offset + m.length >= end)) {
      const around = make(marks[m.type] ?? 'span', '', m.type);
      if (m.url) around.href = m.url;
      around.append(node);
      node = around;
    }
    p.append(node);
  });
  return p;
}

const toEnd = () => { $('messages').scrollTop = $('messages').scrollHeight; };

const address = (kind, id) => `/control/file?kind=${kind}&id=${encodeURIComponent(id)}`;

function part(message) {
  const link = (kind, text) => Object.assign(make('a', text), { href: address(kind, message.file), download: message.document?.file_name ?? kind });
  if (message.photo) return Object.assign(new Image(), { src: address('photo', message.file), alt: 'Photo', onload: toEnd });
  if (message.voice) return Object.assign(new Audio(address('voice', message.file)), { controls: true, title: `Voice, ${message.voice.duration} s` });
  if (message.document) return link('document', `File: ${message.document.file_name}, ${message.document.file_size} bytes`);
  if (message.video) return link('video', `Video, ${message.video.duration} s`);
  if (message.sticker) return make('p', message.sticker.emoji);
  if (message.location) return make('p', `Location: ${message.location.latitude}, ${message.location.longitude}`);
  if (message.contact) return make('p', `Contact: ${message.contact.first_name}, ${message.contact.phone_number}`);
  return null;
}

function told(message) {
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was opened`;
  if (message.forum_topic_edited) return `The topic is now “${message.forum_topic_edited.name}”`;
  if (message.forum_topic_closed) return 'The topic was closed';
  if (message.forum_topic_reopened) return 'The topic was opened again';
  if (message.migrate_to_chat_id) return `The group is now ${message.migrate_to_chat_id}`;
  return message.migrate_from_chat_id ? `The group was ${message.migrate_from_chat_id}` : null;
}

function bubble(group) {
  const [first] = group, li = make('li', told(first), told(first) ? 'told' : first.by_bot ? 'bot' : 'own');
  if (li.className === 'told') return li;
  li.append(make('div', first.name, 'name'));
  const photos = make('div', '', 'photos');
  for (const message of group) (message.photo ? photos : li).append(part(message) ?? '');
  if (photos.children.length) li.append(photos);
  for (const message of group.filter(m => m.text)) li.append(words(message));
  const notes = [first.forwarded && 'forwarded', first.protected && 'protected', first.edits && `changed ${first.edits}×`,
    new Date(first.at * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })];
  li.append(make('div', notes.filter(Boolean).join(' · '), 'foot'));
  for (const row of first.rows) {
    const line = make('div', '', 'row');
    for (const b of row) {
      const button = make('button', b.text, b.style ?? '');
      button.onclick = () => b.url ? open(b.url, '_blank', 'noopener') : post('press', { message: first.message, data: b.data });
      line.append(button);
    }
    li.append(line);
  }
  return li;
}

function tab(text, isCurrent, act) {
  const button = make('button', text);
  button.setAttribute('aria-current', isCurrent);
  button.onclick = act;
  return button;
}

function go(place, topic = null) {
  [chat, thread, shown] = [place, topic, ''];
  history.replaceState(null, '', topic === null ? `#${place}` : `#${place}/${topic}`);
  show();
}

async function show() {
  const [places, messages, pace] = await Promise.all([ask('places'), ask('messages?chat=' + chat), ask('pace')]);
  const next = JSON.stringify([places, messages, pace, chat, thread]);
  if (next === shown) return;
  shown = next;
  here = places.find(p => p.id === chat);
  if (here?.is_forum) thread ??= 1;
  $('pace').textContent = `Told to wait ${pace.refused}× · sent too early ${pace.too_early}× · ${pace.waiting} updates not taken yet`;
  $('chats').replaceChildren(...places.map(p => tab(p.title ?? p.first_name, p.id === chat, () => go(p.id, p.is_forum ? 1 : null))));
  $('topics').replaceChildren(...(here?.is_forum ? [{ thread: 1, name: 'General' }, ...here.topics] : [])
    .map(t => tab(t.closed ? `${t.name} (closed)` : t.name, t.thread === thread, () => go(chat, t.thread))));
  const seen = messages.filter(m => !here?.is_forum || (m.thread ?? 1) === thread), groups = [];
  for (const m of seen) {
    const album = m.album && groups.find(group => group[0].album === m.album);
    if (album) album.push(m); else groups.push([m]);
  }
  $('messages').replaceChildren(...groups.map(bubble));
  toEnd();
}

const base64 = async file => new Promise(done => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.split(',')[1] ?? '');
  reader.readAsDataURL(file);
});

async function send(files) {
  const caption = $('text').value || undefined, photos = files.filter(f => f.type.startsWith('image/'));
  $('text').value = '';
  if (photos.length > 1) await post('album', { photos: await Promise.all(photos.map(base64)), caption });
  for (const file of files.filter(f => photos.length < 2 || !photos.includes(f))) {
    const kind = photos.includes(file) ? 'photo' : file.type.startsWith('audio/') ? 'voice' : file.type.startsWith('video/') ? 'video' : 'document';
    await post('send', { kind, base64: await base64(file), name: file.name, type: file.type || 'application/octet-stream', caption });
  }
}

$('form').onsubmit = e => { e.preventDefault(); if ($('text').value) post('say', { text: $('text').value }); $('text').value = ''; };
for (const [id, kind] of [['attach', ''], ['voice', 'audio/*']]) $(id).onclick = () => { $('files').accept = kind; $('files').click(); };
$('files').onchange = async () => { await send([...$('files').files]); $('files').value = ''; };
$('location').onclick = () => post('send', { kind: 'location', latitude: 51.1283, longitude: 71.4305 });
$('contact').onclick = () => post('send', { kind: 'contact', phone: '+77010000000' });
$('me').onclick = () => go(from().id);
for (const [id, forum] of [['forum', true], ['plain', false]]) $(id).onclick = () => openGroup(forum);
for (const [id, blocked] of [['block', true], ['unblock', false]]) $(id).onclick = () => post('block', { blocked });

async function openGroup(forum) {
  go(Number($('group').value), forum ? 1 : null);
  await post('open', { title: $('title').value, forum });
}

ask('token').then(t => $('token').textContent = t.token);
setInterval(show, 1000);
show();
