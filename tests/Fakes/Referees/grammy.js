// A stranger's client (grammY, MIT licence) that must take the fake for the real Bot API. Prints what it saw as one line of JSON.
const { Bot, InlineKeyboard, GrammyError } = require('grammy');

const bot = new Bot(process.env.TOKEN, { client: { apiRoot: process.env.API_URL } });
const seen = { messages: [], presses: [], edited: [], left: [], files: [], errors: [] };

bot.command('start', async ctx => {
  seen.me = ctx.me.username;
  await ctx.reply('Which one?', { reply_markup: new InlineKeyboard().text('First', 'one').row().text('Second', 'two') });
});
bot.on('callback_query:data', async ctx => {
  seen.presses.push(ctx.callbackQuery.data);
  await ctx.answerCallbackQuery();
  await ctx.editMessageText('You chose ' + ctx.callbackQuery.data);
});
bot.on('message:photo', async ctx => {
  const file = await ctx.getFile();
  const answer = await fetch(`${process.env.API_URL}/file/bot${process.env.TOKEN}/${file.file_path}`);
  seen.files.push({ caption: ctx.message.caption, bytes: (await answer.arrayBuffer()).byteLength });
  await ctx.reply('Got it');
});
bot.on('edited_message:text', ctx => seen.edited.push(ctx.editedMessage.text));
bot.on('my_chat_member', ctx => seen.left.push(ctx.myChatMember.new_chat_member.status));
bot.hears('long', async ctx => {
  try {
    await ctx.reply('x'.repeat(4097));
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    seen.errors.push(error.error_code + ' ' + error.description);
  }
});
bot.hears('end', async ctx => {
  await ctx.reply('Bye');
  await bot.stop();
});
bot.on('message:text', ctx => seen.messages.push(ctx.message.text));

bot.catch(error => { console.error(error); process.exit(1); });
bot.start({ drop_pending_updates: false }).then(() => console.log(JSON.stringify(seen)));
