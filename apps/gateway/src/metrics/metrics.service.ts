import { processNames, serviceHeartbeat, type Heartbeat, type PublishedNotice } from '@devchitchat/contracts';
import { listen, LOGGER, NATS, type Logger } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { Counters } from '../limits/counters';
import type { LabelledCounter } from '../limits/labelled-counter';
import { BrowserSockets } from '../browsers/browser-sockets.gateway';

/** Milliseconds without a heartbeat after which a process counts as down. */
const silentAfterMs = 5_000;

/**
 * Metrics of every process for Prometheus, from the heartbeats that the gateway receives anyway, so they do not depend on
 * diagnostics.
 */
@Injectable()
export class Metrics implements OnApplicationBootstrap {
  private readonly registry = new Registry();
  private readonly heard = new Map<Heartbeat['process'], { readonly at: number; readonly heartbeat: Heartbeat }>();

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    sockets: BrowserSockets,
    counters: Counters,
  ) {
    this.up();
    this.fromHeartbeats('memory_bytes', 'Resident memory of the process.', ({ memoryBytes }) => memoryBytes);
    this.fromHeartbeats(
      'event_loop_delay_seconds',
      'Event loop delay, 99th percentile of the last two seconds.',
      ({ eventLoopDelayP99Ms }) => eventLoopDelayP99Ms / 1_000,
    );
    this.fromHeartbeats('uptime_seconds', 'Seconds since the process started.', ({ uptimeMs }) => uptimeMs / 1_000);
    this.fromHeartbeats('database_bytes', 'Size of the database file.', ({ databaseBytes }) => databaseBytes);
    this.fromHeartbeats('disk_free_bytes', 'Free space on its disk.', ({ disk }) => disk?.freeBytes);
    this.fromHeartbeats('writer_waiting', 'Writes that wait for the next commit.', ({ writer }) => writer?.waiting);
    this.ofSockets(sockets);
    this.fromLabelledCounter('refusals_total', 'Refused commands.', 'code', counters.refusals);
    this.fromLabelledCounter('refused_commands_total', 'The same, by command.', 'command', counters.refusedCommands);
    this.fromLabelledCounter('cuts_total', 'Connections ended by the gateway.', 'reason', counters.cuts);
    this.fromLabelledCounter('file_bytes_total', 'Bytes of files, sent and received.', 'direction', counters.fileBytes);
  }

  onApplicationBootstrap(): void {
    listen(this.nats, `ntc.*.${serviceHeartbeat.name}`, { logger: this.logger }, (message) => {
      const heartbeat = message.json<PublishedNotice<typeof serviceHeartbeat>>().data;
      this.heard.set(heartbeat.process, { at: performance.now(), heartbeat });
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Returns the metrics in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private isUp(process: Heartbeat['process']): boolean {
    const heard = this.heard.get(process);
    return heard !== undefined && performance.now() - heard.at <= silentAfterMs;
  }

  private up(): void {
    const gauge: Gauge<'process'> = new Gauge({
      ...this.named('up', 'Whether the process was heard in the last five seconds.'),
      labelNames: ['process'],
      collect: () => {
        for (const process of processNames) gauge.set({ process }, this.isUp(process) ? 1 : 0);
      },
    });
  }

  private fromHeartbeats(name: string, help: string, of: (heartbeat: Heartbeat) => number | null | undefined): void {
    const gauge: Gauge<'process'> = new Gauge({
      ...this.named(name, help),
      labelNames: ['process'],
      collect: () => {
        gauge.reset();
        for (const [process, { heartbeat }] of this.heard) {
          const value = of(heartbeat);
          if (typeof value === 'number' && this.isUp(process)) gauge.set({ process }, value);
        }
      },
    });
  }

  private ofSockets(sockets: BrowserSockets): void {
    const gauge: Gauge = new Gauge({
      ...this.named('sockets', 'Connected browsers.'),
      collect: () => gauge.set(sockets.io.sockets.sockets.size),
    });
  }

  private fromLabelledCounter<Name extends string>(
    name: string,
    help: string,
    label: string,
    counted: LabelledCounter<Name>,
  ): void {
    const counter: Counter = new Counter({
      ...this.named(name, help),
      labelNames: [label],
      collect: () => {
        counter.reset();
        for (const [value, count] of Object.entries(counted.totals())) counter.inc({ [label]: value }, count);
      },
    });
  }

  private named(name: string, help: string) {
    return { name: `devchitchat_${name}`, help, registers: [this.registry] };
  }
}
