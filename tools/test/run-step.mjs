import { readFileSync } from 'node:fs';
import { run } from '../machine/run.mjs';
import { countsOfStep, totals } from './counts.mjs';

/** Runs one step and prints its result in a line, after the end of its output if it failed. */
async function runStep(step, node, environment) {
  const startedAt = performance.now();
  const failure = await run(node, step.args, { env: { ...environment, ...step.env }, doing: step.name }).then(
    () => undefined,
    (error) => error,
  );
  const report = reportOf(step);
  const counts = countsOfStep(!failure, report && step.report.countsOf(report));
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  if (failure) console.log(`\n${failure.message}`);
  for (const name of (report && step.report.doubtsIn?.(report)) ?? []) console.log(`Passed only on a retry: ${name}`);
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${step.name}: ${totals(counts)} (${seconds} s)`);
  return counts;
}

function reportOf({ report }) {
  if (!report) return undefined;
  try {
    return JSON.parse(readFileSync(report.file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Runs steps one after another. */
export async function runInOrder(steps, node, environment) {
  const all = [];
  for (const step of steps) all.push(await runStep(step, node, environment));
  return all;
}
