import { oneLine, type Rounds } from './comparison';
import { Ears, type Measurement, type Pace } from './load';
import type { Target } from './target';

export interface PutLoad {
  readonly name: string;
  readonly pace: Pace;
  readonly messages: number;
}

/**
 * Measures every load on every target. The order changes each round, so that other work on the machine affects all
 * targets alike. The first round warms up the compilers and does not count.
 */
export async function inRounds(
  targets: readonly Target[],
  loads: readonly PutLoad[],
  rounds: number,
  say: (text: string) => void,
  afterEach: (target: Target, load: PutLoad) => void = () => undefined,
): Promise<Record<string, Rounds>> {
  const everybody = targets.map((target) => new Ears(target));
  const results: Record<string, Record<string, Measurement[]>> = Object.fromEntries(
    targets.map(({ name }) => [name, {}]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const load of loads) {
      for (const ears of round % 2 === 0 ? everybody : [...everybody].reverse()) {
        const { target } = ears;
        const measured = await ears.measure(load.messages, load.pace, `${round}-${load.name.replaceAll(' ', '_')}`);
        afterEach(target, load);
        if (round > 0) ((results[target.name] ??= {})[load.name] ??= []).push(measured);
        say(
          `${round === 0 ? 'warming up' : `round ${round}`}  ${target.name.padEnd(6)} ${load.name.padEnd(14)} ${oneLine(measured)}`,
        );
      }
    }
  }
  return results;
}
