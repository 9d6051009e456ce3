import type { Measurement } from './load';
import { median } from './statistics';

/** Measurements of one target by load, one per round. */
export type Rounds = Readonly<Record<string, readonly Measurement[]>>;

export function medianOf(rounds: readonly Measurement[]): Measurement {
  const of = (read: (measurement: Measurement) => number) => median(rounds.map(read));
  return {
    messages: of((m) => m.messages),
    perSecond: of((m) => m.perSecond),
    ackP50Ms: of((m) => m.ackP50Ms),
    ackP99Ms: of((m) => m.ackP99Ms),
    deliveryP50Ms: of((m) => m.deliveryP50Ms),
    deliveryP99Ms: of((m) => m.deliveryP99Ms),
    delivered: of((m) => m.delivered),
    expected: of((m) => m.expected),
    duplicates: Math.max(...rounds.map((m) => m.duplicates)),
  };
}

/**
 * The median of each target's ratio to the floor's same round, which ran on the same machine at most a minute apart.
 */
export const ratios = ({ floor, ...others }: Readonly<Record<string, Rounds>>) =>
  floor
    ? mapValues(others, (rounds) =>
        mapValues(rounds, (measured, load) => {
          const of = (read: (measurement: Measurement) => number) =>
            median(measured.map((m, round) => read(m) / read(floor[load]?.[round] ?? m)));
          return {
            perSecond: of((m) => m.perSecond),
            ackP50: of((m) => m.ackP50Ms),
            deliveryP50: of((m) => m.deliveryP50Ms),
            deliveryP99: of((m) => m.deliveryP99Ms),
          };
        }),
      )
    : 'left out: there is no floor beside this clone';

/** @throws when a target lost or duplicated a message */
export function expectNothingLost(results: Readonly<Record<string, Rounds>>): void {
  const wrong = Object.values(results)
    .flatMap((rounds) => Object.values(rounds).flat())
    .filter((m) => m.delivered < m.expected || m.duplicates > 0);
  if (wrong.length > 0) throw new Error(`${wrong.length} measurements lost or duplicated messages.`);
}

export const oneLine = (m: Measurement): string =>
  `${m.perSecond}/s  ack ${m.ackP50Ms}/${m.ackP99Ms} ms  delivery ${m.deliveryP50Ms}/${m.deliveryP99Ms} ms  ${m.delivered}/${m.expected}  doubled ${m.duplicates}`;

export const mapValues = <Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Mapped,
): Record<string, Mapped> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
