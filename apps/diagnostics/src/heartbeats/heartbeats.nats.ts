import {
  callsReport,
  gatewayReport,
  roomsReport,
  serviceHeartbeat,
  serviceProblems,
  subjects,
  type CallsReport,
  type DataOf,
  type GatewayReport,
  type Heartbeat,
  type Notice,
  type ProcessName,
  type PublishedNotice,
  type RoomsReport,
  type ServiceState,
} from '@devchitchat/contracts';
import { listen, LOGGER, NATS, type Logger } from '@devchitchat/service-kit';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { silentAfterMs, stateOf } from './service-state';

interface Heard<Data> {
  readonly data: Data;
  /** Milliseconds of a monotonic clock, and wall-clock time for display. */
  readonly at: number;
  readonly ts: number;
}

type Hear = (message: Msg) => void;

/** The last report of every process. In memory only: two seconds after a start all reports have arrived again. */
@Injectable()
export class Heartbeats implements OnModuleInit {
  private readonly listeningSince = performance.now();
  private readonly processes = new Map<ProcessName, Heard<Heartbeat>>();
  private gatewayHeard: Heard<GatewayReport> | undefined;
  private roomsHeard: Heard<RoomsReport> | undefined;
  private callsHeard: Heard<CallsReport> | undefined;
  private onBeat: (heartbeat: Heartbeat) => void = () => {};
  private onProblems: (told: DataOf<typeof serviceProblems>) => void = () => {};

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    // Split by position, because a notice's name contains a dot.
    const hears = new Map<string, Hear>([
      this.hear(serviceHeartbeat, (data) => {
        this.processes.set(data.process, now(data));
        this.onBeat(data);
      }),
      this.hear(serviceProblems, (data) => this.onProblems(data)),
      this.hear(gatewayReport, (data) => (this.gatewayHeard = now(data))),
      this.hear(roomsReport, (data) => (this.roomsHeard = now(data))),
      this.hear(callsReport, (data) => (this.callsHeard = now(data))),
    ]);
    for (const subject of subjects.reports) {
      listen(this.nats, subject, { logger: this.logger }, (message) => {
        hears.get(message.subject.split('.').slice(2).join('.'))?.(message);
      });
    }
  }

  /** Calls back for every heartbeat and every list of problems. */
  follow(onBeat: typeof this.onBeat, onProblems: typeof this.onProblems): void {
    this.onBeat = onBeat;
    this.onProblems = onProblems;
  }

  of(process: ProcessName): { readonly state: ServiceState; readonly heard: Heard<Heartbeat> | undefined } {
    const heard = this.processes.get(process);
    const hearing = heard && { agoMs: agoMs(heard), eventLoopDelayP99Ms: heard.data.eventLoopDelayP99Ms };
    return { state: stateOf(hearing, performance.now() - this.listeningSince), heard };
  }

  /** `null` while the gateway is silent. */
  gateway(): GatewayReport | null {
    return fresh(this.gatewayHeard);
  }

  /** `null` while messaging is silent. */
  rooms(): RoomsReport | null {
    return fresh(this.roomsHeard);
  }

  /** `null` while signaling is silent. */
  calls(): CallsReport | null {
    return fresh(this.callsHeard);
  }

  /** A handler by notice name. Data that does not match the contract is from another version and is ignored. */
  private hear<N extends Notice>(notice: N, take: (data: DataOf<N>) => void): [string, Hear] {
    return [
      notice.name,
      (message) => {
        const parsed = notice.data.safeParse(message.json<PublishedNotice<N>>().data);
        if (parsed.success) take(parsed.data as DataOf<N>);
      },
    ];
  }
}

const now = <Data>(data: Data): Heard<Data> => ({ data, at: performance.now(), ts: Date.now() });

const agoMs = ({ at }: Heard<unknown>): number => performance.now() - at;

const fresh = <Data>(heard: Heard<Data> | undefined): Data | null =>
  heard && agoMs(heard) <= silentAfterMs ? heard.data : null;
