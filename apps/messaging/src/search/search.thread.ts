import { Worker } from 'node:worker_threads';
import { accepted, messagingReasons as reasons, refused, type Reply } from '@devchitchat/contracts';
import { LOGGER, SQLITE, type Logger, type SignedInContext, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FairLine } from './fair-line';
import type { SearchPlan } from './plan';
import type { SearchFinding } from './finding';
import { Searcher } from './searcher';

export interface SearchQuestion {
  readonly id: number;
  readonly plan: SearchPlan;
}

export interface SearchAnswer {
  readonly id: number;
  readonly finding: SearchFinding;
}

/** Maximum number of waiting searches, per person and in total. */
const maxPerPerson = 4;
const maxWaiting = 64;

/** Milliseconds after which a refused client may try again. */
const retryAfterMs = 1_000;

/** Milliseconds after which a search counts as failed. */
const giveUpAfterMs = 5_000;

/** Milliseconds without a search after which the thread ends, to free its memory. */
const idleFor = 5 * 60_000;

const tooManyOfTheirs = refused(reasons.searchesOfYours, { max: maxPerPerson }, retryAfterMs);
const tooMany = refused(reasons.searchesTooMany, {}, retryAfterMs);
const tooLong = refused(reasons.searchTooLong, {}, retryAfterMs);

/** If the service runs from its source, so does the thread. */
const isSource = import.meta.url.endsWith('.ts');
const program = new URL(isSource ? './search.worker.ts' : './search.worker.js', import.meta.url);

interface Waiting {
  readonly plan: SearchPlan;
  readonly asking: SignedInContext;
  readonly settle: (reply: Reply<SearchFinding>) => void;
}

/**
 * Runs searches in a thread of its own, so that they do not block the event loop
 * (docs/decisions/0031-search-thread.md). Starts with the first search, and ends when idle.
 */
@Injectable()
export class SearchThread extends Searcher implements OnModuleDestroy {
  private worker: Worker | undefined;
  private readonly line = new FairLine<Waiting>(maxPerPerson, maxWaiting);
  private underWay: { readonly id: number; readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | undefined;
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SQLITE) private readonly sqlite: Sqlite,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  async onModuleDestroy(): Promise<void> {
    for (let waiting = this.line.take(); waiting; waiting = this.line.take()) waiting.settle(tooLong);
    await this.end();
  }

  find(plan: SearchPlan, asking: SignedInContext): Promise<Reply<SearchFinding>> {
    return new Promise((settle) => {
      const place = this.line.add(asking.actor.userId, { plan, asking, settle });
      if (place === 'waits') this.runNext();
      else settle(place === 'full' ? tooMany : tooManyOfTheirs);
    });
  }

  /** Posts the next search, one at a time, so that the fair line decides the order. */
  private runNext(): void {
    if (this.underWay) return;
    const waiting = this.line.take();
    if (!waiting) {
      if (this.worker) this.idle = setTimeout(() => void this.end(), idleFor).unref();
      return;
    }
    if (!waiting.asking.isAwaited()) {
      waiting.settle(tooLong);
      return this.runNext();
    }
    clearTimeout(this.idle);
    const id = this.asked++;
    const timer = setTimeout(() => {
      this.logger.error('A search timed out.');
      void this.end();
    }, giveUpAfterMs);
    this.underWay = { id, waiting, timer };
    this.worker ??= this.begin();
    this.worker.postMessage({ id, plan: waiting.plan } satisfies SearchQuestion);
  }

  private begin(): Worker {
    const worker = new Worker(program, {
      workerData: this.sqlite.name,
      execArgv: isSource ? ['--import', 'tsx'] : [],
      resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 },
    });
    worker.on('message', ({ id, finding }: SearchAnswer) => {
      if (id === this.underWay?.id) this.settle(accepted(finding));
    });
    worker.on('error', (error) => {
      this.logger.error('The search thread failed.', { error });
      if (this.worker === worker) void this.end();
    });
    // Lets the process exit when it has nothing else to do.
    worker.unref();
    return worker;
  }

  /** Ends the thread. The running search gets no answer; the next one starts a new thread. */
  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    this.settle(tooLong);
    await worker?.terminate();
  }

  private settle(reply: Reply<SearchFinding>): void {
    const { underWay } = this;
    if (underWay) {
      this.underWay = undefined;
      clearTimeout(underWay.timer);
      underWay.waiting.settle(reply);
    }
    this.runNext();
  }
}
