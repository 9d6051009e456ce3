/** Loudness from 0 to 1 (root mean square) above which somebody speaks; a quiet room is well below. */
const threshold = 0.015;
/** Milliseconds that somebody is still speaking after the last sound: a word is not a light that flickers. */
const holdMs = 350;

/** When each was last loud enough. */
export type LastLoud<Who> = ReadonlyMap<Who, number>;

export const trackLoudness = <Who>(
  before: LastLoud<Who>,
  levels: ReadonlyMap<Who, number>,
  now: number,
): LastLoud<Who> =>
  new Map([...levels].map(([who, level]) => [who, level > threshold ? now : (before.get(who) ?? -Infinity)]));

export const speakingNow = <Who>(lastLoud: LastLoud<Who>, now: number): ReadonlySet<Who> =>
  new Set([...lastLoud].filter(([, at]) => now - at <= holdMs).map(([who]) => who));

/** How loud a stretch of samples is. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
