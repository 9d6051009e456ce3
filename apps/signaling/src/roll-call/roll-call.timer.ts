import { accepted, signalingNotices, type CallId, type PeerId } from '@devchitchat/contracts';
import { GroupCommit, NATS, Publisher, serverContext } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { RoomsRepository } from '../rooms/rooms.repository';
import { SignalBudget } from '../signals/signal-budget';
import { Attendance } from '../calls/attendance';
import type { Call } from '../calls/call';
import { CallsRegistry } from '../calls/calls.registry';
import { dismiss, ended } from '../calls/decide';

/** Between two roll calls, in milliseconds. The fourth one in vain takes a peer out: gone within 8 s. */
const every = 2_000;
/**
 * Roll calls after which a call is over whose last people all fell silent: 10 min. Until then they may only be cut off from
 * the server, and talk on.
 */
const patienceWithEmpty = 300;

/**
 * Asks every peer whether it is there. The server asks, rather than the browsers reporting by themselves, because a
 * browser slows the timers of a page in the background down to one a minute, but not what comes over its socket.
 */
@Injectable()
export class RollCall implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private natsIsAway = false;
  private readonly empty = new Map<CallId, number>();

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    private readonly publisher: Publisher,
    private readonly groupCommit: GroupCommit,
    private readonly calls: CallsRegistry,
    private readonly rooms: RoomsRepository,
    private readonly attendance: Attendance,
    private readonly budget: SignalBudget,
  ) {}

  onApplicationBootstrap(): void {
    void this.watchConnection();
    this.timer = setInterval(() => void this.call(), every);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async watchConnection(): Promise<void> {
    for await (const { type } of this.nats.status()) {
      if (type === 'disconnect') this.natsIsAway = true;
      if (type === 'reconnect') this.natsIsAway = false;
    }
  }

  private async call(): Promise<void> {
    // Nobody is silent whom nobody could ask.
    if (this.natsIsAway) return;
    this.forgetOthers(this.calls.peerIds());
    for (const call of this.calls.all()) {
      const silent = this.attendance.callRoll(call.peers.keys());
      if (silent.length > 0) await this.takeOut(call.callId, silent);
      this.ask(this.calls.byId(call.callId) ?? call);
    }
    await this.endEmptyCalls();
  }

  private forgetOthers(peerIds: ReadonlySet<PeerId>): void {
    this.attendance.keepOnly(peerIds);
    this.budget.keepOnly(peerIds);
  }

  private ask({ callId, peers }: Call): void {
    const devices = new Set([...peers.keys()].flatMap((peerId) => this.attendance.sessionOf(peerId) ?? []));
    if (devices.size > 0) this.publisher.notice(signalingNotices.rtcRollCall, { callId }, [...devices]);
  }

  /** Not stored now, they are found silent again at the next roll call. */
  private async takeOut(callId: CallId, silent: readonly PeerId[]): Promise<void> {
    await this.groupCommit.run(serverContext(), (transaction) => {
      const call = this.calls.byId(callId);
      if (!call) return accepted({});
      for (const draft of dismiss(call, this.rooms.byId(call.roomId), silent, 'silent'))
        this.calls.append(transaction, draft);
      return accepted({});
    });
  }

  private async endEmptyCalls(): Promise<void> {
    const empty = this.calls.all().filter(({ peers }) => peers.size === 0);
    for (const callId of this.empty.keys())
      if (!empty.some((call) => call.callId === callId)) this.empty.delete(callId);
    for (const { callId } of empty) {
      const times = (this.empty.get(callId) ?? 0) + 1;
      this.empty.set(callId, times);
      if (times >= patienceWithEmpty) await this.endIfEmpty(callId);
    }
  }

  private async endIfEmpty(callId: CallId): Promise<void> {
    await this.groupCommit.run(serverContext(), (transaction) => {
      const call = this.calls.byId(callId);
      if (call?.peers.size === 0) this.calls.append(transaction, ended(call, this.rooms.byId(call.roomId), 'empty'));
      return accepted({});
    });
  }
}
