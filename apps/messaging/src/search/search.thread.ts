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

/** Searches that may wait for their turn: of one person, and altogether. */
const mostEach = 4;
const mostWaiting = 64;

/** Milliseconds after which somebody may try again whose search found no place. */
const againAfter = 1_000;

/** Milliseconds after which nobody believes any more that an answer comes. */
const givenUpAfter = 5_000;

/** Milliseconds without a search after which the thread gives its memory back. */
const idleFor = 5 * 60_000;

const tooManyOfTheirs = refused(reasons.searchesOfYours, { most: mostEach }, againAfter);
const tooMany = refused(reasons.searchesTooMany, {}, againAfter);
const tooLong = refused(reasons.searchTooLong, {}, againAfter);

/** Where this is run from its source, the thread is, too. */
const isSource = import.meta.url.endsWith('.ts');
const program = new URL(isSource ? './search.worker.ts' : './search.worker.js', import.meta.url);

interface Waiting {
  readonly plan: SearchPlan;
  readonly asking: SignedInContext;
  readonly settle: (reply: Reply<SearchFinding>) => void;
}

/**
 * Searches beside the thread that everything else waits for
 * (docs/decisions/0031-search-thread.md). Begun with the first search, and ended when nobody searches any
 * more.
 */
@Injectable()
export class SearchThread extends Searcher implements OnModuleDestroy {
  private worker: Worker | undefined;
  private readonly line = new FairLine<Waiting>(mostEach, mostWaiting);
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
      if (place === 'waits') this.goOn();
      else settle(place === 'full' ? tooMany : tooManyOfTheirs);
    });
  }

  /** Hands the thread the next search, one at a time, so that the line and not the thread says whose turn it is. */
  private goOn(): void {
    if (this.underWay) return;
    const waiting = this.line.take();
    if (!waiting) {
      if (this.worker) this.idle = setTimeout(() => void this.end(), idleFor).unref();
      return;
    }
    if (!waiting.asking.isAwaited()) {
      waiting.settle(tooLong);
      return this.goOn();
    }
    clearTimeout(this.idle);
    const id = this.asked++;
    const timer = setTimeout(() => {
      this.logger.error('A search does not come to an end.');
      void this.end();
    }, givenUpAfter);
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
    // A process that has nothing else to do ends.
    worker.unref();
    return worker;
  }

  /** The search under way gets no answer; the next one gets a thread of its own. */
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
    this.goOn();
  }
}
