import {
  isEvent,
  limits,
  signalingEvents as events,
  type AnyEvent,
  type CallId,
  type PeerId,
  type RoomId,
  type Stream,
  type StreamKind,
  type UserId,
  type VoiceState,
} from '@devchitchat/contracts';

export interface Peer {
  readonly userId: UserId;
  readonly joinedAt: number;
  readonly streams: ReadonlyMap<StreamKind, Stream>;
  readonly voice: VoiceState;
}

/** A call in progress. */
export interface Call {
  readonly callId: CallId;
  readonly roomId: RoomId;
  readonly startedBy: UserId;
  readonly startedAt: number;
  /** In the order in which they joined. */
  readonly peers: ReadonlyMap<PeerId, Peer>;
  /**
   * Silent peers that may return. Their links to others may still be connected, so losing access to the call applies to
   * them too.
   */
  readonly away: ReadonlyMap<PeerId, Peer>;
  /** The id of the last applied event. */
  readonly head: number;
}

/** `null` before `call.started` and after `call.ended`. */
export type CallState = Call | null;
export const initialState: CallState = null;

/** The call after one of its events. */
export function evolve(call: CallState, event: AnyEvent): CallState {
  if (isEvent(events.callStarted, event)) {
    const { callId, roomId, startedBy } = event.body;
    return { callId, roomId, startedBy, startedAt: event.ts, peers: new Map(), away: new Map(), head: event.eventId };
  }
  if (!call || isEvent(events.callEnded, event)) return null;
  return { ...call, peers: evolvePeers(call.peers, event), away: evolveAway(call, event), head: event.eventId };
}

function evolveAway({ peers, away }: Call, event: AnyEvent): Call['away'] {
  const isOfPeer = isEvent(events.callJoined, event) || isEvent(events.callLeft, event);
  if (!isOfPeer) return away;
  const next = new Map(away);
  const peer = peers.get(event.body.peerId);
  next.delete(event.body.peerId);
  if (peer && isEvent(events.callLeft, event) && event.body.reason === 'silent') next.set(event.body.peerId, peer);
  const surplus = Math.max(0, next.size - limits.awayPerCall);
  for (const peerId of [...next.keys()].slice(0, surplus)) next.delete(peerId);
  return next;
}

function evolvePeers(peers: Call['peers'], event: AnyEvent): Call['peers'] {
  if (isEvent(events.callJoined, event)) {
    const { peerId, userId, streams, muted, deafened } = event.body;
    const peer = { userId, joinedAt: event.ts, streams: byKind(streams), voice: { muted, deafened } };
    return new Map(peers).set(peerId, peer);
  }
  if (isEvent(events.callLeft, event)) {
    const staying = new Map(peers);
    staying.delete(event.body.peerId);
    return staying;
  }
  if (isEvent(events.voiceChanged, event)) {
    const { peerId, muted, deafened } = event.body;
    const peer = peers.get(peerId);
    return peer ? new Map(peers).set(peerId, { ...peer, voice: { muted, deafened } }) : peers;
  }
  if (isEvent(events.streamPublished, event)) {
    const { peerId, stream } = event.body;
    return withStreams(peers, peerId, (streams) => new Map(streams).set(stream.kind, stream));
  }
  if (isEvent(events.streamUnpublished, event)) {
    const { peerId, kind } = event.body;
    return withStreams(peers, peerId, (streams) => new Map([...streams].filter(([other]) => other !== kind)));
  }
  return peers;
}

const byKind = (streams: readonly Stream[]): Peer['streams'] => new Map(streams.map((stream) => [stream.kind, stream]));

function withStreams(
  peers: Call['peers'],
  peerId: PeerId,
  change: (streams: Peer['streams']) => Peer['streams'],
): Call['peers'] {
  const peer = peers.get(peerId);
  return peer ? new Map(peers).set(peerId, { ...peer, streams: change(peer.streams) }) : peers;
}
