import { accepted, signalingNotices, type Call, type CallId, type PeerId } from '@devchitchat/contracts';
import { GroupCommit, NATS, Publisher, serverContext } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { RoomsRepository } from '../rooms/rooms.repository';
import { SignalBudget } from '../signals/signal-budget';
import { Liveness } from '../calls/liveness';
import { CallsRegistry } from '../calls/calls.registry';
import { dismiss, ended } from '../calls/decide';

/** The fourth unanswered check removes a peer: within 8 s. */
const checkEveryMs = 2_000;
/**
 * Ends a call after this many checks without a listed peer: 10 min. Until then its peers may only be cut off from the server
 * and still talk to each other.
 */
const endEmptyAfterChecks = 300;

/**
 * Checks the liveness of every peer. The server asks instead of browsers reporting on a timer, because browsers throttle
 * timers of background pages to one per minute, but not socket messages.
 */
@Injectable()
export class LivenessCheck implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private natsIsAway = false;
  private readonly empty = new Map<CallId, number>();

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    private readonly publisher: Publisher,
    private readonly groupCommit: GroupCommit,
    private readonly calls: CallsRegistry,
    private readonly rooms: RoomsRepository,
    private readonly liveness: Liveness,
    private readonly budget: SignalBudget,
  ) {}

  onApplicationBootstrap(): void {
    void this.watchConnection();
    this.timer = setInterval(() => void this.checkAll(), checkEveryMs);
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

  private async checkAll(): Promise<void> {
    // Without NATS no peer could answer.
    if (this.natsIsAway) return;
    this.forgetOthers(this.calls.peerIds());
    for (const call of this.calls.all()) {
      const silent = this.liveness.check(call.peers.map(({ peerId }) => peerId));
      if (silent.length > 0) await this.remove(call.callId, silent);
      this.ask(this.calls.byId(call.callId) ?? call);
    }
    await this.endEmptyCalls();
  }

  private forgetOthers(peerIds: ReadonlySet<PeerId>): void {
    this.liveness.keepOnly(peerIds);
    this.budget.keepOnly(peerIds);
  }

  private ask({ callId, peers }: Call): void {
    const devices = new Set(peers.flatMap(({ peerId }) => this.liveness.sessionOf(peerId) ?? []));
    if (devices.size > 0) this.publisher.notice(signalingNotices.rtcLivenessCheck, { callId }, [...devices]);
  }

  /** If the commit fails, the next check finds them silent again. */
  private async remove(callId: CallId, silent: readonly PeerId[]): Promise<void> {
    await this.groupCommit.run(serverContext(), (transaction) => {
      const call = this.calls.byId(callId);
      if (!call) return accepted({});
      for (const draft of dismiss(call, this.rooms.byId(call.roomId), silent, 'silent'))
        this.calls.append(transaction, draft);
      return accepted({});
    });
  }

  private async endEmptyCalls(): Promise<void> {
    const empty = this.calls.all().filter(({ peers }) => peers.length === 0);
    for (const callId of this.empty.keys())
      if (!empty.some((call) => call.callId === callId)) this.empty.delete(callId);
    for (const { callId } of empty) {
      const times = (this.empty.get(callId) ?? 0) + 1;
      this.empty.set(callId, times);
      if (times >= endEmptyAfterChecks) await this.endIfEmpty(callId);
    }
  }

  private async endIfEmpty(callId: CallId): Promise<void> {
    await this.groupCommit.run(serverContext(), (transaction) => {
      const call = this.calls.byId(callId);
      if (call?.peers.length === 0) this.calls.append(transaction, ended(call, this.rooms.byId(call.roomId), 'empty'));
      return accepted({});
    });
  }
}
