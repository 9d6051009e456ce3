import {
  accepted,
  diagnosticsCommands as diagnostics,
  processNames,
  type ProcessName,
  type ReplyTo,
  type ServiceReport,
} from '@devchitchat/contracts';
import { Handles } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { Heartbeats } from '../heartbeats/heartbeats.nats';
import { HistoryRepository } from '../history/history.repository';
import { alertsAbout } from './alerts';

/** Maximum problems in a snapshot. */
const maxProblems = 50;

@Controller()
export class SnapshotController {
  constructor(
    private readonly heartbeats: Heartbeats,
    private readonly history: HistoryRepository,
  ) {}

  @Handles(diagnostics.diagSnapshot)
  snapshot(): ReplyTo<typeof diagnostics.diagSnapshot> {
    const services = processNames.map((process) => this.report(process));
    return accepted({
      at: Date.now(),
      alerts: alertsAbout(services),
      services,
      gateway: this.heartbeats.gateway(),
      rooms: this.heartbeats.rooms(),
      calls: this.heartbeats.calls(),
      problems: this.history.problems(maxProblems),
    });
  }

  private report(process: ProcessName): ServiceReport {
    const { state, heard } = this.heartbeats.of(process);
    const restarts = this.history.restarts(process);
    if (!heard) return { process, state, heard: null, restarts };
    const { version, runsIn, uptimeMs, memoryBytes, eventLoopDelayP99Ms, databaseBytes, writer, disk } = heard.data;
    return {
      process,
      state,
      heard: { at: heard.ts, version, runsIn, uptimeMs, memoryBytes, eventLoopDelayP99Ms, databaseBytes, writer, disk },
      restarts,
    };
  }
}
