// What the platform's own Intl says, one line of JSON: plural classes, numbers and dates in three languages.
const languages = { kk: 'kk', ru: 'ru', en: 'en-GB' };
const numbers = [];
for (let n = 0; n <= 1000; n++) numbers.push(n);
for (const n of [0.5, 1.5, 2.25, 10.1, 21.5, 999.99, 1234.5, 9999.5, 12345.67, 41200000, 689.65, 1e9 + 0.25, -2, -12345.5]) numbers.push(n);
const days = [];
for (let d = 0; d < 365; d++) days.push(new Date(Date.UTC(2026, 0, 1 + d)));
const said = {};
for (const [key, locale] of Object.entries(languages)) {
  const plural = new Intl.PluralRules(locale), number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  said[key] = { plurals: numbers.map(n => plural.select(n)), numbers: numbers.map(n => number.format(n)), dates: days.map(d => date.format(d)) };
}
process.stdout.write(JSON.stringify({ values: numbers, said }));
