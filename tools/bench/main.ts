import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { floorIsHere, startFloor } from './floor-target';
import { Ears, type Measurement, type Pace } from './load';
import { memoryOf, type Memory } from './memory';
import { startProduct } from './product-target';
import { median } from './statistics';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    layouts: { type: 'string', default: 'home,split' },
  },
});

const loads: readonly { name: string; pace: Pace; messages: number }[] = [
  { name: '1 in flight', pace: { inFlight: 1 }, messages: 1_500 },
  { name: '10 in flight', pace: { inFlight: 10 }, messages: 6_000 },
  { name: '100 in flight', pace: { inFlight: 100 }, messages: 12_000 },
  { name: '200 a second', pace: { perSecond: 200 }, messages: 1_000 },
];

type Rounds = Record<string, Measurement[]>;

/** Long enough for the garbage of starting to be collected and for nothing to happen, in milliseconds. */
const idle = 5_000;

async function main(): Promise<void> {
  const memory: Record<string, { idle: Memory; underLoad?: Memory }> = {};
  const layouts = options.layouts.split(',').filter(Boolean) as ('home' | 'split')[];
  const targets = [];
  for (const layout of layouts) {
    targets.push(
      await startProduct(layout, async (pids) => {
        await wait(idle);
        memory[layout] = { idle: memoryOf(pids) };
      }),
    );
  }
  if (floorIsHere()) targets.push(await startFloor());
  else say('The floor is not beside this clone: ratios are left out.');

  const everybody = targets.map((target) => new Ears(target));
  const results: Record<string, Rounds> = Object.fromEntries(targets.map(({ name }) => [name, {}]));
  try {
    // The first round warms the compilers up and is not counted.
    for (let round = 0; round <= Number(options.rounds); round++) {
      for (const { name, pace, messages } of loads) {
        for (const ears of round % 2 === 0 ? everybody : [...everybody].reverse()) {
          const { target } = ears;
          const measured = await ears.measure(messages, pace, `${round}-${name.replaceAll(' ', '_')}`);
          if (name === '100 in flight')
            memory[target.name] = { idle: {}, ...memory[target.name], underLoad: memoryOf(target.pids) };
          if (round > 0) ((results[target.name] ??= {})[name] ??= []).push(measured);
          say(
            `${round === 0 ? 'warming up' : `round ${round}`}  ${target.name.padEnd(6)} ${name.padEnd(14)} ${oneLine(measured)}`,
          );
        }
      }
    }
  } finally {
    await Promise.all(targets.map((target) => target.end()));
  }

  const report = {
    command: 'npm run bench',
    date: new Date().toISOString(),
    machine: { cores: cpus().length, node: process.version },
    people: 10,
    rounds: Number(options.rounds),
    results: mapValues(results, (rounds) => mapValues(rounds, medianOf)),
    ratiosToFloor: results['floor']
      ? ratios(results, results['floor'])
      : 'left out: there is no floor beside this clone',
    memoryPssMb: memory,
  };
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify({ ratiosToFloor: report.ratiosToFloor, memoryPssMb: memory }, null, 2)}\n`);
  const lost = Object.values(results)
    .flatMap((rounds) => Object.values(rounds).flat())
    .filter((m) => m.delivered < m.expected || m.duplicates > 0);
  if (lost.length > 0) throw new Error(`${lost.length} measurements lost or doubled messages.`);
}

const say = (text: string) => process.stderr.write(`${text}\n`);

const oneLine = (m: Measurement) =>
  `${m.perSecond}/s  ack ${m.ackP50Ms}/${m.ackP99Ms} ms  delivery ${m.deliveryP50Ms}/${m.deliveryP99Ms} ms  ${m.delivered}/${m.expected}  doubled ${m.duplicates}`;

function medianOf(rounds: readonly Measurement[]): Measurement {
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

/** Each round against the floor's same round, a minute apart at most on the same machine; then the median of these. */
const ratios = (results: Record<string, Rounds>, floor: Rounds) =>
  mapValues(withoutFloor(results), (rounds) =>
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
  );

const withoutFloor = ({ floor: _, ...others }: Record<string, Rounds>) => others;

const mapValues = <Value, Mapped>(
  record: Record<string, Value>,
  map: (value: Value, key: string) => Mapped,
): Record<string, Mapped> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

await main();
