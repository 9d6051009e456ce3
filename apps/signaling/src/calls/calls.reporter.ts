import { callsReport } from '@devchitchat/contracts';
import { heartbeatIntervalMs, Publisher } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Liveness } from './liveness';
import { callsReportOf } from './calls-report';
import { CallsRegistry } from './calls.registry';

/** Reports the calls in progress to diagnostics. */
@Injectable()
export class CallsReporter implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly publisher: Publisher,
    private readonly calls: CallsRegistry,
    private readonly liveness: Liveness,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.publish(), heartbeatIntervalMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private publish(): void {
    const report = callsReportOf(this.calls.all(), (peerId) => this.liveness.linksOf(peerId));
    this.publisher.notice(callsReport, report, []);
  }
}
