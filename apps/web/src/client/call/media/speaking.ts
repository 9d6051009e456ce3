/** Level from 0 to 1 (root mean square) that counts as speech. A quiet room is well below. */
const threshold = 0.015;
/** Speech lasts this long beyond the last loud sample, so that the indicator does not flicker between words. */
const holdMs = 350;

/** When each speaker was last above the threshold. */
export type LastLoud<Speaker> = ReadonlyMap<Speaker, number>;

export const trackLoudness = <Speaker>(
  before: LastLoud<Speaker>,
  levels: ReadonlyMap<Speaker, number>,
  now: number,
): LastLoud<Speaker> =>
  new Map(
    [...levels].map(([speaker, level]) => [speaker, level > threshold ? now : (before.get(speaker) ?? -Infinity)]),
  );

export const speakingNow = <Speaker>(lastLoud: LastLoud<Speaker>, now: number): ReadonlySet<Speaker> =>
  new Set([...lastLoud].filter(([, at]) => now - at <= holdMs).map(([speaker]) => speaker));

/** The level of a block of samples. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
