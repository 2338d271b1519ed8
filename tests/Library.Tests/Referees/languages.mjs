// How two language detectors do on labelled messages (part, class, text by tabs): share right and microseconds a message, one line of JSON.
import { readFileSync } from 'node:fs';
import { detect } from 'tinyld';
import lande from 'lande';

const classes = { kk: 'kk', 'kk-plain': 'kk', 'kk-latin': 'kk', ru: 'ru', en: 'en' };
const letters = { kaz: 'kk', rus: 'ru', eng: 'en' };
const messages = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map(line => line.split('\t')).filter(([, name]) => classes[name]);
const detectors = { tinyld: text => detect(text), lande: text => letters[lande(text)[0]?.[0]] };
const figures = {};
for (const [name, detector] of Object.entries(detectors)) {
  const right = {};
  for (const [, label, text] of messages) (right[label] ??= []).push(detector(text) === classes[label] ? 1 : 0);
  const start = performance.now();
  for (let round = 0; round < 5; round++) for (const [, , text] of messages) detector(text);
  const share = values => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length * 1000) / 1000;
  figures[name] = {
    right: share(Object.values(right).flat()),
    byClass: Object.fromEntries(Object.entries(right).map(([label, values]) => [label, share(values)])),
    microseconds: Math.round((performance.now() - start) * 1000 / 5 / messages.length),
  };
}
console.log(JSON.stringify(figures));
