import type { IncomingMessage } from 'node:http';
import { processNames, subjects, type Health, type ProcessName } from '@devchitchat/contracts';
import { NATS } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';
import { Operators } from '../session/operators.service';
import { healthFor, isFromThisMachine, type HealthReport } from './health-report';

/** Milliseconds to wait for a process's answer. */
const answerTimeoutMs = 1_000;

/** Requests the health of every process over NATS, including its own: a process that does not answer counts as failing. */
@Injectable()
export class HealthService {
  private asking: Promise<HealthReport> | undefined;

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    private readonly operators: Operators,
  ) {}

  /** Returns the full report and the part that the client may read. */
  async reportFor(request: IncomingMessage): Promise<{ readonly report: HealthReport; readonly shown: object }> {
    const [report, isOperator] = await Promise.all([this.report(), this.operators.include(request)]);
    const asker = isOperator ? 'operator' : isFromThisMachine(request) ? 'machine' : 'stranger';
    return { report, shown: healthFor(asker, report) };
  }

  /** Never rejects. Concurrent callers share one report. */
  private report(): Promise<HealthReport> {
    this.asking ??= this.askAll().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async askAll(): Promise<HealthReport> {
    const answers = await Promise.all(processNames.map((name) => this.ask(name)));
    return {
      state: worstOf(answers.map(({ state }) => state)),
      services: Object.fromEntries(answers.map((health) => [health.process, health])) as Record<ProcessName, Health>,
    };
  }

  private async ask(name: ProcessName): Promise<Health> {
    try {
      const answer = await this.nats.request(subjects.health(name), undefined, { timeout: answerTimeoutMs });
      return answer.json<Health>();
    } catch {
      return { process: name, state: 'failing', version: '', uptimeMs: 0, reason: 'It does not answer over NATS.' };
    }
  }
}

function worstOf(states: readonly Health['state'][]): HealthReport['state'] {
  if (states.every((state) => state === 'ok')) return 'ok';
  return states.every((state) => state === 'ok' || state === 'degraded') ? 'degraded' : 'failing';
}
