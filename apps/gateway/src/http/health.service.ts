import type { IncomingMessage } from 'node:http';
import { processNames, subjects, type Health, type ProcessName } from '@devchitchat/contracts';
import { NATS } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';
import { Operators } from '../session/operators.service';
import { healthFor, isFromThisMachine, type HealthReport } from './health-report';

/** Milliseconds a process has to answer. */
const answerTimeout = 1_000;

/** Asks every process how it does, itself too: what does not answer over NATS does not work. */
@Injectable()
export class HealthService {
  private asking: Promise<HealthReport> | undefined;

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    private readonly operators: Operators,
  ) {}

  /** The report, and what of it whoever sent the request may read. */
  async reportFor(request: IncomingMessage): Promise<{ readonly report: HealthReport; readonly shown: object }> {
    const [report, isOperator] = await Promise.all([this.report(), this.operators.include(request)]);
    const asker = isOperator ? 'operator' : isFromThisMachine(request) ? 'machine' : 'stranger';
    return { report, shown: healthFor(asker, report) };
  }

  /** Never rejects. Whoever asks meanwhile shares the answer, so that a crowd of askers costs one question. */
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
      const answer = await this.nats.request(subjects.health(name), undefined, { timeout: answerTimeout });
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
