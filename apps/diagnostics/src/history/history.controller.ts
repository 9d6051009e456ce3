import {
  accepted,
  diagnosticsCommands as diagnostics,
  processNames,
  type InputOf,
  type ReplyTo,
} from '@devchitchat/contracts';
import { Handles } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { HistoryRepository } from './history.repository';

/** Maximum points per series; charts have no pixels for more. */
const pointsPerSeries = 120;
/** The shortest step; one shorter than the sampling interval leaves gaps. */
const shortestStepMs = 12_000;

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryRepository) {}

  @Handles(diagnostics.diagHistory)
  series({ minutes }: InputOf<typeof diagnostics.diagHistory>): ReplyTo<typeof diagnostics.diagHistory> {
    const lengthMs = minutes * 60_000;
    const stepMs = Math.max(shortestStepMs, Math.ceil(lengthMs / pointsPerSeries));
    const since = Date.now() - lengthMs;
    return accepted({
      series: processNames.map((process) => ({ process, points: this.history.series(process, since, stepMs) })),
    });
  }
}
