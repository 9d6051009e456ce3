import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  accepted,
  commonReasons,
  messagingReasons as reasons,
  refused,
  type FileFacts,
  type Reply,
} from '@devchitchat/contracts';
import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { IntakeJob, IntakeProblem, IntakePurpose, IntakeResult } from './intake-job';
import { maxPixels } from './limits';

export interface IntakeLimits {
  /** Files that wait for their turn. */
  readonly waiting: number;
  /** Milliseconds for one file. */
  readonly giveUpAfterMs: number;
  /** Resident memory of the process, in bytes. */
  readonly memory: number;
  /** Milliseconds without a file after which the process ends. */
  readonly idleMs: number;
}

/** The largest picture that the limits on pixels allow takes about 20 s and 400 MB on two slow cores. */
export const intakeLimits: IntakeLimits = {
  waiting: 40,
  giveUpAfterMs: 45_000,
  memory: 600 * 1024 * 1024,
  idleMs: 120_000,
};

/** Milliseconds between two looks at the memory of the process. */
const lookEveryMs = 100;

/** If the gateway runs from its source, so does the process. */
const isSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(isSource ? './intake.process.ts' : './intake.process.js', import.meta.url));

const busy = refused(reasons.fileIntakeBusy, {}, 2_000);
const refusals: Readonly<Record<IntakeProblem, Reply<never>>> = {
  unreadable: refused(reasons.filePictureDamaged),
  'too large': refused(reasons.filePictureTooLarge, { megapixels: maxPixels / 1_000_000 }),
};

interface Waiting extends Omit<IntakeJob, 'id'> {
  readonly settle: (reply: Reply<FileFacts>) => void;
}

interface UnderWay extends Waiting {
  readonly id: number;
  readonly timer: NodeJS.Timeout;
  readonly watch: NodeJS.Timeout;
}

/**
 * Looks into received files in a process of its own, one at a time: decoders have the most faults of all code, and a
 * file made for it can use any time and memory (docs/decisions/0111-files-in-a-shared-folder.md).
 */
@Injectable()
export class Intake implements OnModuleDestroy {
  private process: ChildProcess | undefined;
  private readonly line: Waiting[] = [];
  private underWay: UnderWay | undefined;
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;
  protected readonly limits: IntakeLimits = intakeLimits;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  onModuleDestroy(): void {
    for (const waiting of this.line.splice(0)) waiting.settle(busy);
    this.end(busy);
  }

  /** Call when an upload begins: the process needs about a second to start. */
  warmUp(): void {
    this.process ??= this.begin();
    this.endWhenIdle();
  }

  /**
   * Looks into the bytes at `source` and writes the forms that readers get into the new folder `into`, flushed to disk.
   * Refuses pictures that are damaged or too large, and everything while too many files wait; leaves nothing behind then.
   * For the purpose `avatar`, everything but pictures counts as damaged.
   */
  examine(source: string, into: string, purpose: IntakePurpose = 'message'): Promise<Reply<FileFacts>> {
    if (this.line.length >= this.limits.waiting) return Promise.resolve(busy);
    return new Promise((settle) => {
      this.line.push({ source, into, purpose, settle });
      this.takeNext();
    });
  }

  private takeNext(): void {
    if (this.underWay) return;
    const waiting = this.line.shift();
    if (!waiting) return this.endWhenIdle();
    clearTimeout(this.idle);
    this.process ??= this.begin();
    const { pid } = this.process;
    const id = this.asked++;
    const timer = setTimeout(() => this.stop('takes too long'), this.limits.giveUpAfterMs);
    const watch = setInterval(() => {
      if (memoryOf(pid) > this.limits.memory) this.stop('takes too much memory');
    }, lookEveryMs);
    this.underWay = { ...waiting, id, timer, watch };
    const { source, into, purpose } = waiting;
    this.process.send({ id, source, into, purpose } satisfies IntakeJob);
  }

  private begin(): ChildProcess {
    const child = fork(program, {
      execArgv: [...(isSource ? ['--import', 'tsx'] : []), '--max-old-space-size=64'],
      // It needs none of the gateway's settings, some of which are secret.
      env: { PATH: process.env['PATH'], MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (result: IntakeResult) => {
      if (result.id === this.underWay?.id) this.settle(this.replyTo(result));
    });
    child.on('error', (error) => this.logger.error('The intake process failed.', { error }));
    child.once('exit', () => {
      if (this.process !== child) return;
      this.process = undefined;
      // A decoder that crashes would crash again.
      void this.giveUp(refusals.unreadable);
    });
    // Lets the gateway exit when it has nothing else to do.
    child.unref();
    child.channel?.unref();
    return child;
  }

  private replyTo(result: IntakeResult): Reply<FileFacts> {
    if ('facts' in result) return accepted(result.facts);
    if ('problem' in result) return refusals[result.problem];
    this.logger.error('The intake of a file failed.', { error: result.error });
    return refused(commonReasons.defect);
  }

  private stop(reason: string): void {
    this.logger.warn('The intake of a file was stopped.', { reason });
    this.end(refusals.unreadable);
  }

  /** Ends the process, and answers the file under way. */
  private end(reply: Reply<never>): void {
    clearTimeout(this.idle);
    const { process: child } = this;
    this.process = undefined;
    child?.kill('SIGKILL');
    void this.giveUp(reply);
  }

  private async giveUp(reply: Reply<never>): Promise<void> {
    if (!this.underWay) return;
    await rm(this.underWay.into, { recursive: true, force: true }).catch(() => undefined);
    this.settle(reply);
  }

  private settle(reply: Reply<FileFacts>): void {
    const { underWay } = this;
    if (!underWay) return;
    this.underWay = undefined;
    clearTimeout(underWay.timer);
    clearInterval(underWay.watch);
    underWay.settle(reply);
    this.takeNext();
  }

  private endWhenIdle(): void {
    clearTimeout(this.idle);
    if (this.underWay || !this.process) return;
    this.idle = setTimeout(() => this.end(busy), this.limits.idleMs).unref();
  }
}

const pageBytes = 4_096;

/** Resident memory in bytes, 0 on systems that do not tell in this way. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return 0;
  }
}
