// A second stranger's client (node-telegram-bot-api 2, MIT licence), by polling or by webhook. Prints what it saw as one line of JSON.
const { Bot, InputFile, InlineKeyboardBuilder, TelegramApiError } = require('node-telegram-bot-api');
const { createWebhookServer } = require('node-telegram-bot-api/node');

const bot = new Bot(process.env.TOKEN, { apiRoot: process.env.API_URL });
const api = bot.api, seen = { presses: [], edited: [], files: [], texts: [], errors: [] };
// The beginning of a PNG, 640 by 480: as much as a server needs to measure it.
const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e0', 'hex');
const file = name => new InputFile(picture, { filename: name, contentType: 'image/png' });
let end;
const ended = new Promise(done => { end = done; });

bot.command('start', async ctx => {
  await api.sendPhoto({
    chat_id: ctx.message.chat.id, photo: file('card.png'), caption: '<b>Which</b> one?', parse_mode: 'HTML', protect_content: true,
    reply_markup: new InlineKeyboardBuilder().text('First', 'one').row().text('Second', 'two').build(),
  });
});
bot.on('callback_query', async ctx => {
  const press = ctx.callbackQuery;
  seen.presses.push(press.data);
  await ctx.answerCallbackQuery({ text: 'Yes' });
  await api.editMessageCaption({ chat_id: press.message.chat.id, message_id: press.message.message_id, caption: 'You chose ' + press.data });
});
bot.on('edited_message', ctx => { seen.edited.push(ctx.update.edited_message.text); });
bot.hears('album', ctx => api.sendMediaGroup({
  chat_id: ctx.message.chat.id, media: [{ type: 'photo', media: file('a.png'), caption: 'Two' }, { type: 'photo', media: file('b.png') }],
}));
bot.hears('fast', async ctx => {
  for (let i = 1; i <= 5; i++) await api.sendMessage({ chat_id: ctx.message.chat.id, text: 'Message ' + i });
});
bot.hears('wrong', async ctx => {
  try {
    await api.sendMessage({ chat_id: ctx.message.chat.id, text: '<b>open', parse_mode: 'HTML' });
  } catch (error) {
    if (!(error instanceof TelegramApiError)) throw error;
    seen.errors.push(error.errorCode + ' ' + error.description);
  }
});
bot.hears('end', () => end());
bot.on('message', async ctx => {
  if (!ctx.message.photo) return seen.texts.push(ctx.message.text);
  const { file_path } = await api.getFile({ file_id: ctx.message.photo.at(-1).file_id });
  const answer = await fetch(`${process.env.API_URL}/file/bot${process.env.TOKEN}/${file_path}`);
  seen.files.push((await answer.arrayBuffer()).byteLength);
});
bot.catch(error => { console.error(error); process.exit(1); });

async function poll() {
  const polling = bot.startPolling();
  await ended;
  bot.stop();
  await polling;
}

async function serve() {
  const server = createWebhookServer(bot, { path: '/hook', secretToken: 'a_secret' });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  await api.setWebhook({ url: `http://127.0.0.1:${server.address().port}/hook`, secret_token: 'a_secret' });
  await ended;
  await api.deleteWebhook();
  server.close();
}

async function main() {
  seen.me = (await api.getMe()).username;
  await api.setMyCommands({ commands: [{ command: 'help', description: 'Көмек' }], language_code: 'kk' });
  await (process.env.WAY === 'webhook' ? serve() : poll());
  console.log(JSON.stringify(seen));
}

main().then(() => process.exit(0), error => { console.error(error); process.exit(1); });
