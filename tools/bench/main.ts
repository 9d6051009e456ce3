import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { measureJoining } from './calls';
import { expectNothingLost, mapValues, medianOf, ratios } from './comparison';
import { composedMemory } from './composed-memory';
import { measureCrowd } from './crowd';
import { floorIsHere, startFloor } from './floor-target';
import { measureHistory } from './history';
import { memoryOf, type Memory } from './memory';
import { startProduct } from './product-target';
import { inRounds, type PutLoad } from './rounds';
import type { Target } from './target';
import { measureUploads } from './uploads';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    layouts: { type: 'string', default: 'home,split' },
    containers: { type: 'boolean', default: true },
    calls: { type: 'string', default: '20' },
    crowd: { type: 'string', default: '300' },
    history: { type: 'string', default: '1000000' },
    uploads: { type: 'string', default: '1000' },
  },
});

const loads: readonly PutLoad[] = [
  { name: '1 in flight', pace: { inFlight: 1 }, messages: 1_500 },
  { name: '10 in flight', pace: { inFlight: 10 }, messages: 6_000 },
  { name: '100 in flight', pace: { inFlight: 100 }, messages: 12_000 },
  { name: '200 a second', pace: { perSecond: 200 }, messages: 1_000 },
];

const people = 10;

/**
 * How long a product idles before its memory is measured, in milliseconds: until it has collected the garbage of its
 * start.
 */
const idle = 5_000;

const leftOut = 'left out';

async function main(): Promise<void> {
  const memory: Record<string, { idle: Memory; underLoad?: Memory; afterLoad?: Memory }> = {};
  const layouts = options.layouts.split(',').filter(Boolean) as ('home' | 'split')[];
  const rounds = Number(options.rounds);
  const targets: Target[] = [];
  for (const layout of layouts) {
    targets.push(
      await startProduct(layout, people, async (pids) => {
        await wait(idle);
        memory[layout] = { idle: memoryOf(pids) };
      }),
    );
  }
  if (layouts.length > 0 && floorIsHere()) targets.push(await startFloor(people));
  else if (layouts.length > 0) print('The floor is not beside this clone: ratios are left out.');

  let results: Awaited<ReturnType<typeof inRounds>>;
  try {
    results = await inRounds(targets, loads, rounds, print, ({ name, pids }, load) => {
      if (load.name === '100 in flight') memory[name] = { idle: {}, ...memory[name], underLoad: memoryOf(pids) };
    });
    await wait(idle);
    for (const { name, pids } of targets) memory[name] = { idle: {}, ...memory[name], afterLoad: memoryOf(pids) };
  } finally {
    await Promise.all(targets.map((target) => target.end()));
  }

  const composed = options.containers && (await composedMemory(idle));
  if (composed) memory['composed'] = { idle: composed };
  else if (options.containers) print('No Docker engine answers: the memory of the containers is left out.');

  const report = {
    command: 'npm run bench',
    date: new Date().toISOString(),
    machine: { cores: cpus().length, node: process.version },
    people,
    rounds,
    results: mapValues(results, (measured) => mapValues(measured, medianOf)),
    ratiosToFloor: layouts.length > 0 ? ratios(results) : leftOut,
    memoryPssMb: memory,
    crowd: Number(options.crowd) > 0 ? await measureCrowd(Number(options.crowd), rounds, print) : leftOut,
    history: Number(options.history) > 0 ? await measureHistory(Number(options.history), print) : leftOut,
    uploads: Number(options.uploads) > 0 ? await measureUploads(Number(options.uploads), rounds, print) : leftOut,
    joinToHearEveryone: Number(options.calls) > 0 ? await measureJoining(Number(options.calls)) : leftOut,
  };
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  const { ratiosToFloor, memoryPssMb, crowd, history, uploads, joinToHearEveryone } = report;
  process.stdout.write(
    `${JSON.stringify({ ratiosToFloor, memoryPssMb, crowd, history, uploads, joinToHearEveryone }, null, 2)}\n`,
  );
  expectNothingLost(results);
}

const print = (text: string) => process.stderr.write(`${text}\n`);

await main();
