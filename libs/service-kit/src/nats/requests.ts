import { createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { send, type Unsent } from './send';

/** How a request ends without an answer: not sent, nobody listens, none came in time, or who should give it went away. */
export type Unanswered = Unsent | 'nobody' | 'late';

interface Waiting {
  readonly subject: string;
  readonly settle: (outcome: Msg | Unanswered) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Requests over one connection, whose answers all come to one subscription. The client library's own `request` waits its
 * whole timeout for an answer that went down with nats-server; this one knows at once, so that a retry comes as soon as
 * NATS does. It also costs a third of the other, which makes several errors and promises for each.
 */
export class Requests {
  private readonly inbox: string;
  private readonly waiting = new Map<string, Waiting>();
  private asked = 0;
  private isAway = false;

  constructor(
    private readonly nats: NatsConnection,
    inboxPrefix: string,
  ) {
    this.inbox = `${createInbox(inboxPrefix)}.`;
    nats.subscribe(`${this.inbox}*`, {
      callback: (error, answer) => {
        if (!error) this.settle(answer.subject.slice(this.inbox.length), isNobody(answer) ? 'nobody' : answer);
      },
    });
    void this.followConnection();
  }

  /** Never rejects. */
  ask(subject: string, payload: string, timeoutMs: number): Promise<Msg | Unanswered> {
    if (this.isAway || this.nats.isClosed() || this.nats.isDraining()) return Promise.resolve('away');
    const token = (this.asked++).toString(36);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(token, 'late'), timeoutMs);
      this.waiting.set(token, { subject, settle: resolve, timer });
      const unsent = send(this.nats, subject, payload, this.inbox + token);
      if (unsent) this.settle(token, unsent);
    });
  }

  /** Whoever was asked on subjects that match is gone, and its answers with it. */
  giveUp(matches: (subject: string) => boolean): void {
    for (const [token, { subject }] of this.waiting) if (matches(subject)) this.settle(token, 'away');
  }

  private settle(token: string, outcome: Msg | Unanswered): void {
    const waiting = this.waiting.get(token);
    if (!waiting) return;
    this.waiting.delete(token);
    clearTimeout(waiting.timer);
    waiting.settle(outcome);
  }

  private async followConnection(): Promise<void> {
    for await (const { type } of this.nats.status()) {
      if (type === 'disconnect') this.isAway = true;
      if (type === 'reconnect') this.isAway = false;
      if (this.isAway) this.giveUp(() => true);
    }
  }
}

/** What nats-server itself answers when no subscription matches. */
const isNobody = ({ data, headers }: Msg): boolean => data.length === 0 && headers?.code === 503;
