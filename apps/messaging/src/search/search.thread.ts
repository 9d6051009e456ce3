import { Worker } from 'node:worker_threads';
import { LOGGER, SQLITE, type Logger, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { SearchPlan } from './plan';
import type { SearchFinding } from './search.reader';
import { Searcher } from './searcher';

export interface SearchQuestion {
  readonly id: number;
  readonly plan: SearchPlan;
}

export interface SearchAnswer {
  readonly id: number;
  readonly finding: SearchFinding;
}

/** Searches that may wait for their turn. */
const mostWaiting = 32;

/** Milliseconds after which nobody believes any more that an answer comes. */
const givenUpAfter = 5_000;

/** Milliseconds without a search after which the thread gives its memory back. */
const idleFor = 5 * 60_000;

/** Where this is run from its source, the thread is, too. */
const isSource = import.meta.url.endsWith('.ts');
const program = new URL(isSource ? './search.worker.ts' : './search.worker.js', import.meta.url);

interface Waiting {
  readonly settle: (finding: SearchFinding | null) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Searches beside the thread that everything else waits for
 * (docs/decisions/0031-search-has-a-thread-of-its-own.md). Begun with the first search, and ended when nobody searches any
 * more.
 */
@Injectable()
export class SearchThread extends Searcher implements OnModuleDestroy {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SQLITE) private readonly sqlite: Sqlite,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  async onModuleDestroy(): Promise<void> {
    await this.end();
  }

  /** `null` where too many wait, or the thread does not answer. */
  find(plan: SearchPlan): Promise<SearchFinding | null> {
    if (this.waiting.size >= mostWaiting) return Promise.resolve(null);
    clearTimeout(this.idle);
    const id = this.asked++;
    return new Promise((settle) => {
      const timer = setTimeout(() => {
        this.logger.error('A search does not come to an end.');
        void this.end();
      }, givenUpAfter);
      this.waiting.set(id, { settle, timer });
      this.worker ??= this.begin();
      this.worker.postMessage({ id, plan } satisfies SearchQuestion);
    });
  }

  private begin(): Worker {
    const worker = new Worker(program, {
      workerData: this.sqlite.name,
      execArgv: isSource ? ['--import', 'tsx'] : [],
      resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 },
    });
    worker.on('message', ({ id, finding }: SearchAnswer) => {
      this.settle(id, finding);
      if (this.waiting.size === 0) this.idle = setTimeout(() => void this.end(), idleFor).unref();
    });
    worker.on('error', (error) => {
      this.logger.error('The search thread failed.', { error });
      if (this.worker === worker) void this.end();
    });
    // A process that has nothing else to do ends.
    worker.unref();
    return worker;
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    for (const id of this.waiting.keys()) this.settle(id, null);
    await worker?.terminate();
  }

  private settle(id: number, finding: SearchFinding | null): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.settle(finding);
  }
}
