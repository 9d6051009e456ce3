const width = 24;

/** A progress line with a bar and numbers: `"workshop  ██████░░░░  61 %  61,000 of 100,000"` */
export function progressLine(what: string, done: number, of: number): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const full = Math.round(share * width);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  return `${what}  ${bar}  ${String(Math.floor(share * 100))} %  ${count(done)} of ${count(of)}`;
}

export const count = (number: number): string => number.toLocaleString('en-US');

/** "1 message", "2 messages" */
export const counted = (number: number, thing: string): string => `${count(number)} ${thing}${number === 1 ? '' : 's'}`;
