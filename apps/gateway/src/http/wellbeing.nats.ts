import { processNames, subjects, type Health, type ProcessName } from '@devchitchat/contracts';
import { NATS } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';

/** Milliseconds a process has to answer. */
const patience = 1_000;

export interface HealthReport {
  /** `ok` when every process is. */
  readonly state: 'ok' | 'failing';
  readonly services: Readonly<Record<ProcessName, Health>>;
}

/** Asks every process how it does, itself too: what does not answer over NATS does not work. */
@Injectable()
export class Wellbeing {
  private asking: Promise<HealthReport> | undefined;

  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  /** Never rejects. Whoever asks meanwhile shares the answer, so that a crowd of askers costs one question. */
  report(): Promise<HealthReport> {
    this.asking ??= this.askAll().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async askAll(): Promise<HealthReport> {
    const answers = await Promise.all(processNames.map((name) => this.ask(name)));
    return {
      state: answers.every(({ state }) => state === 'ok') ? 'ok' : 'failing',
      services: Object.fromEntries(answers.map((health) => [health.process, health])) as Record<ProcessName, Health>,
    };
  }

  private async ask(name: ProcessName): Promise<Health> {
    try {
      const answer = await this.nats.request(subjects.health(name), undefined, { timeout: patience });
      return answer.json<Health>();
    } catch {
      return { process: name, state: 'failing', version: '', uptimeMs: 0, reason: 'It does not answer over NATS.' };
    }
  }
}
