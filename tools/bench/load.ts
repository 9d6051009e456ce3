import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from './statistics';
import type { Target } from './target';

/**
 * `inFlight` sends as fast as that many unanswered sends allow; `perSecond` sends at a fixed rate, whatever the answers
 * do.
 */
export type Pace = { readonly inFlight: number } | { readonly perSecond: number };

export interface Measurement {
  readonly messages: number;
  readonly perSecond: number;
  readonly ackP50Ms: number;
  readonly ackP99Ms: number;
  /** From the send to the arrival at each person. */
  readonly deliveryP50Ms: number;
  readonly deliveryP99Ms: number;
  readonly delivered: number;
  readonly expected: number;
  /** Deliveries of a message to a person who already had it. */
  readonly duplicates: number;
}

/** Timeout for the last deliveries, in milliseconds. */
const deliveryTimeoutMs = 5_000;

const textOf = (index: number) => `message ${index} the quick brown fox jumps over the lazy dog`;

/** Listens on every socket of a target, once for all its loads. */
export class DeliveryListener {
  private current: Load | undefined;

  constructor(readonly target: Target) {
    target.clients.forEach((client, person) => client.onDelivered((id) => this.current?.heard(id, person)));
  }

  /** Sends `messages` messages at the given pace and measures them. */
  async measure(messages: number, pace: Pace, label: string): Promise<Measurement> {
    this.current = new Load(this.target, messages, label);
    return this.current.run(pace);
  }
}

class Load {
  private readonly sentAt = new Map<string, number>();
  private readonly heardBy = new Set<string>();
  private readonly acks: number[] = [];
  private readonly deliveries: number[] = [];
  private duplicates = 0;

  constructor(
    private readonly target: Target,
    private readonly messages: number,
    private readonly label: string,
  ) {}

  heard(id: string, person: number): void {
    const sentAt = this.sentAt.get(id);
    if (sentAt === undefined) return;
    const key = `${id}/${person}`;
    if (this.heardBy.has(key)) this.duplicates++;
    else {
      this.heardBy.add(key);
      this.deliveries.push(performance.now() - sentAt);
    }
  }

  async run(pace: Pace): Promise<Measurement> {
    const startedAt = performance.now();
    await ('inFlight' in pace ? this.asFastAs(pace.inFlight) : this.atIntervalsOf(1_000 / pace.perSecond));
    const seconds = (performance.now() - startedAt) / 1_000;
    const expected = this.messages * this.target.clients.length;
    const giveUpAt = performance.now() + deliveryTimeoutMs;
    while (this.heardBy.size < expected && performance.now() < giveUpAt) await wait(20);
    return {
      messages: this.messages,
      perSecond: Math.round(this.messages / seconds),
      ackP50Ms: percentile(this.acks, 0.5),
      ackP99Ms: percentile(this.acks, 0.99),
      deliveryP50Ms: percentile(this.deliveries, 0.5),
      deliveryP99Ms: percentile(this.deliveries, 0.99),
      delivered: this.heardBy.size,
      expected,
      duplicates: this.duplicates,
    };
  }

  private async asFastAs(inFlight: number): Promise<void> {
    let next = 0;
    const sender = async () => {
      while (next < this.messages) await this.send(next++, performance.now());
    };
    await Promise.all(Array.from({ length: inFlight }, sender));
  }

  /** Measures from the time a send was due, so that a stalling target cannot hide the delay of later sends. */
  private async atIntervalsOf(intervalMs: number): Promise<void> {
    const startedAt = performance.now();
    const sends: Promise<void>[] = [];
    for (let index = 0; index < this.messages; index++) {
      const due = startedAt + index * intervalMs;
      const early = due - performance.now();
      if (early > 1) await wait(early);
      sends.push(this.send(index, due));
    }
    await Promise.all(sends);
  }

  private async send(index: number, dueAt: number): Promise<void> {
    const client = this.target.clients[index % this.target.clients.length];
    const id = `${this.label}-${index}`;
    this.sentAt.set(id, dueAt);
    await client?.send(id, textOf(index));
    this.acks.push(performance.now() - dueAt);
  }
}
