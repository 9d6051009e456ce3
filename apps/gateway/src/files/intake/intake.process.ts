import { setPriority } from 'node:os';
import { takeIn } from './intake.files';
import type { IntakeJob, IntakeResult } from './intake-job';

/** The intake process: looks into one file after another, with less priority than the conversation. */
const behindTheOthers = 10;
setPriority(behindTheOthers);

// The gateway ended, even by kill -9.
process.once('disconnect', () => process.exit());

process.on('message', (job: IntakeJob) => void answer(job));

async function answer(job: IntakeJob): Promise<void> {
  process.send?.(await resultOf(job));
}

async function resultOf({ id, ...file }: IntakeJob): Promise<IntakeResult> {
  try {
    const found = await takeIn(file);
    return typeof found === 'string' ? { id, problem: found } : { id, facts: found };
  } catch (error) {
    return { id, error: String(error) };
  }
}
