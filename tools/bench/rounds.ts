import { oneLine, type Rounds } from './comparison';
import { DeliveryListener, type Measurement, type Pace } from './load';
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
  print: (text: string) => void,
  afterEach: (target: Target, load: PutLoad) => void = () => undefined,
): Promise<Record<string, Rounds>> {
  const listeners = targets.map((target) => new DeliveryListener(target));
  const results: Record<string, Record<string, Measurement[]>> = Object.fromEntries(
    targets.map(({ name }) => [name, {}]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const load of loads) {
      for (const listener of round % 2 === 0 ? listeners : [...listeners].reverse()) {
        const { target } = listener;
        const measured = await listener.measure(load.messages, load.pace, `${round}-${load.name.replaceAll(' ', '_')}`);
        afterEach(target, load);
        if (round > 0) ((results[target.name] ??= {})[load.name] ??= []).push(measured);
        print(
          `${round === 0 ? 'warming up' : `round ${round}`}  ${target.name.padEnd(6)} ${load.name.padEnd(14)} ${oneLine(measured)}`,
        );
      }
    }
  }
  return results;
}
