// Twilio's own client (MIT licence) must take the fake for the real API. Every host of Twilio's is the fake. Prints what it saw as JSON.
const twilio = require('twilio');
const { URL } = require('url');

const { API_URL, ACCOUNT, TOKEN, TO, FROM, INBOUND } = process.env;

class ToTheFake extends twilio.RequestClient {
  request(options) {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: API_URL + pathname + search });
  }
}

const client = twilio(ACCOUNT, TOKEN, { httpClient: new ToTheFake() });
const refused = async call => {
  try {
    return await call;
  } catch (error) {
    return `${error.status} ${error.code}`;
  }
};

async function main() {
  const seen = {};
  const messages = [];
  for (const body of ['one', 'two', 'three']) messages.push(await client.messages.create({ to: TO, from: FROM, body }));
  seen.created = messages.map(m => [m.status, m.direction, m.numMedia, m.errorCode, m.dateCreated instanceof Date]);
  seen.long = await refused(client.messages.create({ to: TO, from: FROM, body: 'x'.repeat(1601) }));
  seen.nobody = await refused(client.messages.create({ to: 'whatsapp:123', from: FROM, body: 'x' }));
  const ended = async sid => {
    for (;;) {
      const message = await client.messages(sid).fetch();
      if (!['queued', 'sending', 'sent'].includes(message.status)) return message;
    }
  };
  seen.ended = [];
  for (const { sid } of messages) seen.ended.push((await ended(sid)).status);
  seen.listed = (await client.messages.list({ to: TO, dateSentAfter: new Date(Date.now() - 86400000), pageSize: 2 })).map(m => m.body);
  seen.redacted = (await client.messages(messages[0].sid).update({ body: '' })).body;
  seen.deleted = await client.messages(messages[1].sid).remove();
  seen.gone = await refused(client.messages(messages[1].sid).fetch());
  const media = await client.messages(INBOUND).media.list();
  seen.media = media.map(m => m.contentType);
  seen.mediaDeleted = await client.messages(INBOUND).media(media[0].sid).remove();
  const content = await client.content.v1.contents.create({
    friendly_name: 'choice', language: 'kk', variables: { 1: 'Айгүл' },
    types: { 'twilio/quick-reply': { body: 'Сәлем, {{1}}! Дұрыс па?', actions: [{ type: 'QUICK_REPLY', title: 'Иә', id: 'yes' }] } } });
  const shown = await client.messages.create({ to: TO, from: FROM, contentSid: content.sid, contentVariables: '{"1":"Дана"}' });
  seen.content = [content.language, shown.body];
  const approval = await client.content.v1.contents(content.sid).approvalCreate.create({ name: 'choice', category: 'UTILITY' });
  seen.approval = [approval.status, (await client.content.v1.contents(content.sid).approvalFetch().fetch()).whatsapp.name];
  seen.approvals = (await client.content.v1.contentAndApprovals.list()).map(c => c.approvalRequests.status);
  seen.contentDeleted = await client.content.v1.contents(content.sid).remove();
  seen.account = (await client.api.v2010.accounts(ACCOUNT).fetch()).status;
  seen.stranger = await refused(twilio(ACCOUNT, 'wrong', { httpClient: new ToTheFake() }).messages.list());
  console.log(JSON.stringify(seen));
}

main().catch(error => { console.error(error); process.exit(1); });
