import {
  accepted,
  refused,
  signalingEvents as events,
  signalingReasons,
  type AnyEvent,
  type Call,
  type CallId,
  type EndReason,
  type EventType,
  type Link,
  type Peer,
  type PeerId,
  type Reply,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import type { CallNotice } from '../../../connection/connection';

/** The room of the only call. */
export const room = 'r_1' as RoomId;

export interface Request {
  readonly peerId: PeerId;
  readonly toPeerId?: PeerId;
  readonly callId?: CallId;
  readonly takeOver?: boolean;
  readonly links?: readonly Link[];
  readonly incarnation?: number;
}

const maxUnanswered = 3;
const graceAfterStart = 12;

/**
 * Behaves like apps/signaling as seen by a browser: one call of one room that survives a restart, its liveness checks, and
 * relayed signals. Every command completes at once.
 */
export class FakeServer {
  isUp = true;
  call: Call | null = null;
  private head = 0;
  private calls = 0;
  private readonly joins = new Map<PeerId, { readonly callId: CallId; left: boolean }>();
  private readonly endings = new Map<CallId, EndReason>();
  private readonly liveness = new Map<PeerId, { unanswered: number; links: readonly Link[] }>();

  constructor(
    private readonly userOf: (peerId: PeerId) => UserId,
    private readonly publish: (event: AnyEvent) => void,
    private readonly notify: (to: PeerId, notice: CallNotice) => void,
  ) {}

  answer(name: string, asking: Request): Reply<unknown> {
    if (name === 'rtc.join') return this.join(asking);
    if (name === 'rtc.call_list') return accepted({ calls: this.call ? [this.call] : [] });
    const isIn = this.call?.callId === asking.callId && this.call?.peers.some(({ peerId }) => peerId === asking.peerId);
    if (name === 'rtc.leave') return this.leave(asking.peerId, 'self');
    if (!isIn) return refused(signalingReasons.callUnknown);
    if (name === 'rtc.keep_alive') this.liveness.set(asking.peerId, { unanswered: 0, links: asking.links ?? [] });
    else if (asking.toPeerId) return this.relay(name, asking, asking.toPeerId);
    return accepted(name === 'rtc.ice_servers' ? { stunPort: null, relay: null } : {});
  }

  end(by: UserId): void {
    this.append(events.callEnded, { reason: 'ended' }, by);
  }

  /** Removes a peer. */
  leave(peerId: PeerId, reason: 'self' | 'signed_out' | 'room_left'): Reply<unknown> {
    const before = this.call;
    const wasIn = before?.peers.some((peer) => peer.peerId === peerId) ?? false;
    const wasAway = before?.away.some((peer) => peer.peerId === peerId) ?? false;
    const joined = this.joins.get(peerId);
    if (joined) joined.left = true;
    if (wasIn || wasAway) this.append(events.callLeft, { peerId, reason });
    if (before && this.call?.peers.length === 0 && (wasIn || this.call.away.length === 0))
      this.append(events.callEnded, { reason: 'empty' });
    return accepted({});
  }

  /** Starts again after an outage. */
  restart(): void {
    this.isUp = true;
    for (const peer of this.liveness.values()) Object.assign(peer, { unanswered: -graceAfterStart, links: [] });
  }

  checkLiveness(): void {
    if (!this.isUp || !this.call) return;
    const called = this.call.peers.map(({ peerId }) => peerId);
    const listed = called.map((peerId) => this.liveness.get(peerId)).filter((peer) => peer !== undefined);
    const heard = new Set(
      listed
        .filter(({ unanswered }) => unanswered >= 0 && unanswered <= 1)
        .flatMap(({ links }) => links.filter(({ state }) => state === 'connected').map(({ toPeerId }) => toPeerId)),
    );
    for (const peerId of called) {
      const peer = this.liveness.get(peerId);
      if (!peer || (peer.unanswered >= maxUnanswered && !heard.has(peerId)))
        this.append(events.callLeft, { peerId, reason: 'silent' });
      else if (peer.unanswered < maxUnanswered) peer.unanswered += 1;
    }
    const { callId } = this.call;
    for (const { peerId } of this.call.peers) this.notify(peerId, { name: 'rtc.liveness_check', data: { callId } });
  }

  private join({ peerId, takeOver }: Request): Reply<unknown> {
    const formerly = this.joins.get(peerId);
    const isIn = this.call?.peers.some((peer) => peer.peerId === peerId);
    if (!isIn) {
      if (formerly && this.call?.callId !== formerly.callId) return this.isOver(formerly.callId);
      if (formerly?.left) return refused(signalingReasons.callOut);
      const other = this.call?.peers.find((peer) => peer.userId === this.userOf(peerId));
      if (other && !takeOver) return refused(signalingReasons.callOnAnotherDevice);
      if (!this.call) this.append(events.callStarted, { startedBy: this.userOf(peerId) });
      this.append(events.callJoined, { peerId, streams: [], muted: false, deafened: false });
      this.joins.set(peerId, { callId: this.call!.callId, left: false });
    }
    this.liveness.set(peerId, { unanswered: 0, links: [] });
    return accepted({ call: this.call, iceServers: { stunPort: null, relay: null } });
  }

  private isOver(callId: CallId): Reply<unknown> {
    const reason = this.endings.get(callId);
    return reason === 'ended' ? refused(signalingReasons.callEndedForAll) : refused(signalingReasons.callEmpty);
  }

  private relay(name: string, { peerId, toPeerId, callId, ...signal }: Request, to: PeerId): Reply<unknown> {
    if (!this.call?.peers.some((peer) => peer.peerId === to)) return refused(signalingReasons.callUnknown);
    const data = { ...signal, callId, toPeerId, fromPeerId: peerId, fromUserId: this.userOf(peerId) };
    this.notify(to, { name: `${name}_event`, data } as CallNotice);
    return accepted({});
  }

  private append(type: EventType, body: object, by: UserId | null = null): void {
    if (!this.call) this.calls += 1;
    const callId = this.call?.callId ?? (`c_${this.calls}` as CallId);
    const prev = this.call ? this.head : 0;
    this.head += 1;
    const userId = 'peerId' in body ? this.userOf(body.peerId as PeerId) : undefined;
    const event: AnyEvent = {
      eventId: this.head,
      prev,
      ts: this.head,
      actorUserId: by,
      scope: { kind: 'call', id: callId },
      type: type.type,
      trace: '',
      body: { callId, roomId: room, userId, ...body },
      content: null,
    };
    if (type === events.callEnded) this.endings.set(callId, (body as { reason: EndReason }).reason);
    this.call = after(this.call, event);
    this.publish(event);
  }
}

/** The call after an event, as the service computes it. */
function after(call: Call | null, { type, body, eventId: head }: AnyEvent): Call | null {
  const { callId, peerId, userId, reason } = body as Peer & { callId: CallId; reason?: string };
  if (type === events.callEnded.type) return null;
  if (!call) return { callId, roomId: room, startedBy: userId, startedAt: head, peers: [], away: [], head };
  const others = (peers: readonly Peer[]) => peers.filter((peer) => peer.peerId !== peerId);
  const peer: Peer = { peerId, userId, joinedAt: head, muted: false, deafened: false, streams: [] };
  if (type === events.callJoined.type)
    return { ...call, head, peers: [...others(call.peers), peer], away: others(call.away) };
  return {
    ...call,
    head,
    peers: others(call.peers),
    away: reason === 'silent' ? [...others(call.away), peer] : others(call.away),
  };
}
