import { beginningOf, fittedLine } from './fitted-line';
import { hasInk, line } from './text';

const pieces = [
  ...['a', 'é', 'علی‌رضا', '🏳️‍🌈', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301', 'क्‍ष', '❤️', '1️⃣', '木', ' ', '  ', '\n', '\t', '\u2028'],
  ...['\u200b', '\u200d', '\u200c', '\u202e', '\u2066', '\u00ad', '\u3164', '\u2800', '\ufeff', '\u0000', '\ud800'],
  ...['\udc00', '\u{e0041}', '\ufffc', '\u034f', '\u0301'.repeat(9), '\u{1f3f4}', '\u{fdd0}', '-', '\u{1d159}'],
];
const seed = 20_261_128;

describe('a foreign text fitted to one line', () => {
  it.each([
    ['علی‌رضا', 'علی‌رضا'],
    ['🏳️‍🌈-pride', '🏳️‍🌈-pride'],
    ['two\r\nlines\u2028', 'two lines'],
    ['in\u202evisible\u200b', 'invisible'],
    ['\u3164\u2800 ', ''],
    [`z${'\u0301'.repeat(40)}algo`, `z${'\u0301'.repeat(7)}algo`],
  ])('%j becomes %j', (text, fitted) => expect(fittedLine(text, 64)).toBe(fitted));

  it.each(['🪵', '👩‍👩‍👧‍👦', 'e\u0301', '🇩🇪'])('is cut before a character that does not fit whole: %s', (character) => {
    const [first] = character;
    const isOne = first === character;
    expect(fittedLine(`${'w'.repeat(63)}${character}`, 64)).toBe('w'.repeat(63) + (isOne ? character : ''));
    expect(beginningOf(`${'w'.repeat(64)}${character}`, 64)).toBe('w'.repeat(64));
  });

  it('is cut within a character that is longer than a line', () =>
    expect(fittedLine(Array(40).fill('👩').join('\u200d'), 48).length).toBeGreaterThan(47));

  it(`is accepted as a line or empty, and unchanged if it was accepted (seed ${seed})`, () => {
    let state = seed;
    const below = (limit: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const name = line(1, 24);
    for (let round = 0; round < 5_000; round++) {
      const text = Array.from({ length: below(30) }, () => pieces[below(pieces.length)]).join('');
      const fitted = fittedLine(text, 24);
      const accepted = name.safeParse(text).data;
      if (accepted !== undefined) expect(fitted).toBe(accepted);
      if (fitted === '') expect([text, accepted]).toEqual([text, undefined]);
      else expect([text, name.safeParse(fitted).data]).toEqual([text, fitted]);
      if (!hasInk(text)) expect(fitted).toBe('');
      expect(fittedLine(fitted, 24)).toBe(fitted);
    }
  });
});
