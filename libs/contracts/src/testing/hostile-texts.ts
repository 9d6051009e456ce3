/** Markup that parsers interpret, and Unicode sequences that are not one letter each. */
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

/** Building blocks of hostile texts: each sign, alone and between others, and pairs of signs. */
function* pieces(): Generator<string> {
  for (const sign of [...signs, ...words]) {
    yield sign;
    yield `a${sign} `;
  }
  for (const [at, sign] of signs.entries()) yield `${sign}${signs[(at * 7 + 3) % signs.length] ?? ''}`;
}

/** The longest text of at most so many UTF-16 units that repeats a piece between two plain letters. */
const repeated = (piece: string, length: number): string =>
  `a${piece.repeat(Math.max(1, Math.floor((length - 2) / piece.length)))}a`;

/** Milliseconds of the fastest of several runs; slower ones include interruptions, compilation or garbage collection. */
function quickest(run: () => unknown, runs: number): number {
  let least = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Milliseconds below which growth does not matter. */
const negligible = 4;

/** How many times longer one long text may take than eight short ones; quadratic growth would give eight. */
const tooMuch = 4;

/**
 * The pieces for which one long text takes much longer than eight texts of an eighth of its length. Both have the same
 * amount of text, but a long one takes somewhat longer anyway: it is interrupted more often and uses more memory at
 * once.
 *
 * @param own further pieces to repeat
 */
export function piecesThatStall(run: (text: string) => unknown, length: number, own: readonly string[] = []): string[] {
  return [...pieces(), ...own].filter((piece) => {
    const long = repeated(piece, length);
    if (quickest(() => run(long), 1) < negligible) return false;
    const short = repeated(piece, length / 8);
    const eight = () => [1, 2, 3, 4, 5, 6, 7, 8].map(() => run(short));
    // Quadratic growth shows in every run.
    return [1, 2, 3, 4, 5].every(() => quickest(() => run(long), 3) > tooMuch * quickest(eight, 3));
  });
}
