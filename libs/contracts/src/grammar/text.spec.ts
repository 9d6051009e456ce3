import { line, textUpTo, utf8Length } from './text';

/** A small generator with a seed, so that a failure can be seen again. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const seed = 20_261_120;

describe('utf8Length', () => {
  it(`equals the bytes of a buffer for any text, lone surrogates included (seed ${seed})`, () => {
    const random = numbers(seed);
    const next = (below: number) => Math.floor(random.next().value * below);
    const unit = [() => next(0x80), () => next(0x800), () => 0xd800 + next(0x800), () => next(0x10000)];

    for (let round = 0; round < 5_000; round++) {
      const units = Array.from({ length: next(40) }, () => unit[next(unit.length)]?.() ?? 0);
      const text = String.fromCharCode(...units);

      expect([units, utf8Length(text)]).toEqual([units, Buffer.byteLength(text)]);
    }
  });

  it.each([
    ['', 0],
    ['é', 2],
    ['€', 3],
    ['👋', 4],
    ['\ud800', 3],
    ['\udc00\ud800', 6],
  ])('of %j is %i', (text, bytes) => expect(utf8Length(text)).toBe(bytes));
});

describe('a text', () => {
  const text = textUpTo(8);

  it.each(['a', '12345678', '👋👋', '  x ', 'a\nb'])('may be %j', (good) => expect(text.parse(good)).toBe(good));

  it.each(['', ' ', '\n\t', '\u3164', '\u2800 ', '\u200b\ufeff', '\u{e0041}', '\0', '123456789', '👋👋.'])(
    'may not be %j',
    (bad) => expect(text.safeParse(bad).success).toBe(false),
  );

  it.each([
    '\u{1d159}',
    '\u{13441}',
    '\u{13430}',
    '\u{16fe4}',
    '\ufffc',
    '\ufff9',
    '\u{1d173}',
    '\uffa0',
    '\u115f',
    '\ufdd0',
  ])('may not be only %j', (blank) => expect(text.safeParse(blank).success).toBe(false));

  it.each(['\u0301', '؀١', 'ा', '�', '\ue000', '𓀀'])('may be %j, of which something is seen', (shown) =>
    expect(text.parse(shown)).toBe(shown),
  );

  it('has no lone surrogates after parsing, so that live and stored text are equal', () => {
    expect(text.parse('a\ud800')).toBe('a\ufffd');
  });
});

describe('a line', () => {
  const name = line(1, 6);

  it.each([
    ['Ada', 'Ada'],
    ['  Ada ', 'Ada'],
    ['Zoë 👩‍🚀'.slice(0, 6), 'Zoë 👩'],
    ['نور', 'نور'],
    ['می‌شود', 'می‌شود'],
    ['❤️', '❤️'],
    ['葛\u{e0100}', '葛\u{e0100}'],
  ])('%j is kept as %j', (typed, kept) => expect(name.parse(typed)).toBe(kept));

  it.each([
    ['nothing', ' '],
    ['too much', '1234567'],
    ['a second line', 'a\nb'],
    ['a second line by its own character', 'a\u2028b'],
    ['a NUL', 'a\0b'],
    ['a turned direction', 'a\u202eb'],
    ['an Arabic letter mark', 'a\u061cb'],
    ['an invisible space', 'a\u200bb'],
    ['half a character', 'a\ud800'],
    ['nothing but a Hangul filler', '\u3164'],
    ['a filler of half width', 'a\uffa0'],
    ['nothing but blank Braille', '\u2800\u2800'],
    ['nothing but joiners', '\u200d\u200c'],
    ['a soft hyphen', 'a\u00ad'],
    ['a tag outside of a flag', 'a\u{e0041}'],
    ['a grapheme joiner', 'a\u034f'],
    ['a mark of a note between lines', 'a\ufff9b'],
    ['a notehead for nothing', 'a\u{1d159}'],
    ['a hieroglyph for nothing', 'a\u{13441}'],
    ['no character', 'a\uffff'],
  ])('%s is refused', (_what, typed) => expect(name.safeParse(typed).success).toBe(false));

  it.each([
    ['a mark without a letter', '\u0301'],
    ['a private character', '\ue000\u{f0000}'],
    ['a character that Unicode lacks', '\u0378'],
  ])('may not be only %s', (_what, typed) => expect(name.safeParse(typed).success).toBe(false));

  it.each([
    ['Ada\u200d', 'Ada'],
    ['A\u200cda', 'Ada'],
    ['Ada\ufe0f', 'Ada'],
    ['علی\u200c', 'علی'],
    ['علی‌رضا', 'علی‌رضا'],
    ['❤️\ufe0f', '❤️'],
    ['🏳️‍🌈-pride', '🏳️‍🌈-pride'],
    ['👩🏽‍🚀', '👩🏽‍🚀'],
    ['1️⃣', '1️⃣'],
    ['क्‍ष', 'क्‍ष'],
    ['ശ്രീ ന്‍', 'ശ്രീ ന്‍'],
    ['ශ්‍රී', 'ශ්‍රී'],
  ])('%j is kept as %j: a joiner only where it joins', (typed, kept) => expect(line(1, 20).parse(typed)).toBe(kept));

  describe('for every character that Unicode calls ignorable', () => {
    const ignorable = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((character) => /^[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]$/u.test(character));
    const kept = (typed: string) => name.safeParse(typed).data ?? null;

    it('is not made of it', () => {
      expect(ignorable.length).toBeGreaterThan(4_000);
      expect(ignorable.filter((character) => kept(character) !== null)).toEqual([]);
      expect(ignorable.filter((character) => textUpTo(8).safeParse(character).success)).toEqual([]);
    });

    it.each([
      ['after it', (unseen: string) => `Ada${unseen}`],
      ['before it', (unseen: string) => `${unseen}Ada`],
      ['within it', (unseen: string) => `A${unseen}da`],
    ])('does not look like another with one %s', (_where, typed) => {
      const alike = ignorable.map((unseen) => kept(typed(unseen))).filter((parsed) => parsed !== null);
      expect(new Set(alike)).toEqual(new Set(['Ada']));
    });
  });

  it('may be the flag of a part of a country, which is made of tags', () => {
    expect(line(1, 20).parse('🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}')).toMatch(/^🏴/u);
  });

  it.each([
    ['Tibetan', 'རྐྱཱུཾ'],
    ['Vietnamese, taken apart', 'Nguyễn'.normalize('NFD')],
    ['Hebrew with points', 'שָּׁלוֹם'],
    ['Thai', 'ที่นี่'],
  ])('may stack the marks of %s', (_script, typed) => expect(line(1, 48).parse(typed)).toBe(typed));

  it.each(['\u0301', '\u0301\u200c', '\u20dd', '\u0489\u0334'])('may not stack many %j on a letter', (mark) =>
    expect(line(1, 300).safeParse(`a${mark.repeat(47)}`).success).toBe(false),
  );
});
