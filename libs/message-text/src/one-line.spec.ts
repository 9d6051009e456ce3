import { inOneLine } from './one-line';

it.each([
  ['```ts\nconst a = 1;\n  a\n```', 'const a = 1; a'],
  [
    'From the wiki:\n> Stand **behind** it.\n\nSo, [there](https://a.example) and `here`, @Ada',
    'From the wiki: Stand behind it. So, there and here, @Ada',
  ],
  ['- one\n- ~~two~~', 'one · two'],
  ['It is ||the *butler*||.', 'It is [hidden].'],
])('says %j in one line, without its signs', (text, line) => {
  expect(inOneLine(text, '[hidden]')).toBe(line);
});
