import { inOneLine } from './one-line';

it.each([
  ['```ts\nconst a = 1;\n  a\n```', 'const a = 1; a'],
  [
    'From the wiki:\n> Stand **behind** it.\n\nSo, [there](https://a.example) and `here`, @Ada',
    'From the wiki: Stand behind it. So, there and here, @Ada',
  ],
  ['- one\n- ~~two~~', 'one · two'],
  ['It is ||the *butler*||.', 'It is [hidden].'],
  ['||\n- the butler\n||', '[hidden]'],
  ['[**there**](https://a.example)', 'there'],
])('says %j in one line, without its signs', (text, line) => {
  expect(inOneLine(text, { hidden: '[hidden]' })).toBe(line);
});

it('may name the people it mentions', () => {
  const nameOf = (handle: string) => (handle === 'ada' ? 'Ada Lovelace' : undefined);
  expect(inOneLine('@Ada and @hal, `@ada`', { hidden: '', nameOf })).toBe('@Ada Lovelace and @hal, @ada');
});
