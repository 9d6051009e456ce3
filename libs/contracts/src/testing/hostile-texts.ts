/** What a parser may mean something by, and what Unicode has that is not one letter each. */
const signs = [
  ...Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t'),
  'a',
  'é',
  'e\u0301',
  '\u0301\u0316',
  '\ud83d',
  '🎲',
  '👍🏽',
  '👩‍👩‍👧',
  '漢',
  '\u0000',
  'ß',
];

const words = [
  '@ab ',
  '@everyone',
  '`a',
  '``',
  '```\n',
  '[a](',
  '](',
  'https://',
  'mailto:',
  'in:"',
  'from:a ',
  '**a',
  '||',
  '- ',
  '> ',
  'aa#',
];

/** Pieces of which a text is made that somebody hopes is hard: each sign, alone and between others, and pairs of them. */
function* pieces(): Generator<string> {
  for (const sign of [...signs, ...words]) {
    yield sign;
    yield `a${sign} `;
  }
  for (const [at, sign] of signs.entries()) yield `${sign}${signs[(at * 7 + 3) % signs.length] ?? ''}`;
}

/** The longest text of at most so many UTF-16 units that repeats a piece, between two letters that no pattern ends with. */
const repeated = (piece: string, length: number): string =>
  `a${piece.repeat(Math.max(1, Math.floor((length - 2) / piece.length)))}a`;

/** Milliseconds of the quickest of some runs: the others were interrupted, compiled something or collected garbage. */
function quickest(run: () => unknown, runs: number): number {
  let least = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Milliseconds below which it does not matter how something grows. */
const negligible = 4;

/** How much longer one long text may take than the eight short ones: quadratic would be eight times. */
const tooMuch = 4;

/**
 * The pieces of which one long text takes much more than eight of an eighth of its length. Compared is the same amount of
 * text. A long one takes somewhat longer all the same: it is interrupted more often, and fills more memory at once.
 */
export function piecesThatStall(run: (text: string) => unknown, length: number): string[] {
  return Array.from(pieces()).filter((piece) => {
    const long = repeated(piece, length);
    if (quickest(() => run(long), 1) < negligible) return false;
    const short = repeated(piece, length / 8);
    const eight = () => [1, 2, 3, 4, 5, 6, 7, 8].map(() => run(short));
    // What is quadratic is so each time.
    return [1, 2, 3, 4, 5].every(() => quickest(() => run(long), 3) > tooMuch * quickest(eight, 3));
  });
}
