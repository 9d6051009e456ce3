import { limits, type DataOf, type Heartbeat, type ProcessName, type serviceProblems } from '@devchitchat/contracts';
import { GroupCommit, LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Heartbeats } from '../heartbeats/heartbeats.nats';
import { HistoryRepository } from './history.repository';
import { sampleOf, worstOf, type Sample } from './worst-of';

/** Milliseconds per sample and write. */
const sampleIntervalMs = 10_000;
const keptMs = limits.historyMinutes * 60_000;

/** Stores samples periodically. Samples not written yet are lost if the process stops. */
@Injectable()
export class HistoryKeeper implements OnModuleInit, OnApplicationShutdown {
  private samples = new Map<ProcessName, Sample>();
  private timer: NodeJS.Timeout | undefined;
  private readonly runs = new Map<ProcessName, string>();

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly heartbeats: Heartbeats,
    private readonly history: HistoryRepository,
    private readonly groupCommit: GroupCommit,
  ) {}

  onModuleInit(): void {
    this.heartbeats.follow(
      (heartbeat) => this.note(heartbeat),
      (told) => this.keepProblems(told),
    );
    this.timer = setInterval(() => this.keepSamples(), sampleIntervalMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private note(heartbeat: Heartbeat): void {
    const { process, runId } = heartbeat;
    const sample = sampleOf(heartbeat, this.heartbeats.gateway()?.socketCount ?? 0);
    this.samples.set(process, worstOf(this.samples.get(process), sample));
    if (this.runs.get(process) === runId) return;
    this.runs.set(process, runId);
    this.write(() => this.history.addRun(Date.now(), process, runId));
  }

  private keepProblems({ process, problems, dropped }: DataOf<typeof serviceProblems>): void {
    this.write(() => {
      for (const problem of problems) this.history.addProblem({ ...problem, process });
      if (dropped === 0) return;
      const message = `${dropped} more problems, of which only the log knows.`;
      this.history.addProblem({ process, at: Date.now(), level: 'warn', message });
    });
  }

  private keepSamples(): void {
    const { samples } = this;
    this.samples = new Map();
    this.write(() => {
      const now = Date.now();
      for (const sample of samples.values()) this.history.addSample(now, sample);
      this.history.forget(now - keptMs);
    });
  }

  /** A failed write loses only its own samples; the page still shows current data. */
  private write(work: () => void): void {
    this.groupCommit.store(work).catch((error: unknown) => this.logger.warn('Storing the history failed.', { error }));
  }
}
