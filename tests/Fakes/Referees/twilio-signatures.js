// Twilio's own library (MIT licence) as the judge of signatures. Takes a JSON list of webhooks on stdin, prints a list of verdicts.
// A webhook with a body was signed over its address alone, whose query holds the body's hash.
const { validateRequest, validateRequestWithBody } = require('twilio');

let text = '';
process.stdin.on('data', part => text += part).on('end', () => {
  const verdicts = JSON.parse(text).map(({ token, signature, url, fields, body }) =>
    body === undefined ? validateRequest(token, signature, url, fields) : validateRequestWithBody(token, signature, url, body));
  console.log(JSON.stringify(verdicts));
});
