import {
  isEvent,
  signalingEvents as events,
  type AnyEvent,
  type Call,
  type CallId,
  type Peer,
  type PeerId,
  type Stream,
} from '@devchitchat/contracts';

/** The calls in the user's rooms, as far as this browser received them. */
export interface KnownCalls {
  readonly calls: ReadonlyMap<CallId, Call>;
  /** The last event of each call that was received or included in a list, also of ended calls. */
  readonly heads: ReadonlyMap<CallId, number>;
}

export const noCalls: KnownCalls = { calls: new Map(), heads: new Map() };

/** Applies an event. `missed` is true when the event shows that earlier ones were not received. */
export function applyEvent(
  known: KnownCalls,
  event: AnyEvent,
): { readonly known: KnownCalls; readonly missed: boolean } {
  const callId = event.scope.id as CallId;
  const head = known.heads.get(callId) ?? 0;
  if (event.eventId <= head) return { known, missed: false };
  const heads = new Map(known.heads).set(callId, event.eventId);
  const call = apply(known.calls.get(callId), event);
  const calls = new Map(known.calls);
  if (call) calls.set(callId, call);
  else calls.delete(callId);
  // An ended call needs no earlier events.
  const missed = event.prev > head && !isEvent(events.callEnded, event);
  return { known: { calls, heads }, missed };
}

/** Applies a list of all calls. Events received since the request may be newer than the list. */
export function applyList(known: KnownCalls, list: readonly Call[], askedFor: ReadonlyMap<CallId, number>): KnownCalls {
  const calls = new Map<CallId, Call>();
  for (const [callId, call] of known.calls) if (!askedFor.has(callId)) calls.set(callId, call);
  const heads = new Map(known.heads);
  for (const call of list) {
    const newer = (known.heads.get(call.callId) ?? 0) > call.head;
    const held = known.calls.get(call.callId);
    if (!newer) calls.set(call.callId, call);
    else if (held) calls.set(call.callId, held);
    heads.set(call.callId, Math.max(call.head, heads.get(call.callId) ?? 0));
  }
  return { calls, heads };
}

/** Applies a call from a reply. */
export function applyCall(known: KnownCalls, call: Call): KnownCalls {
  if ((known.heads.get(call.callId) ?? 0) > call.head) return known;
  return {
    calls: new Map(known.calls).set(call.callId, call),
    heads: new Map(known.heads).set(call.callId, call.head),
  };
}

function apply(call: Call | undefined, event: AnyEvent): Call | null {
  if (isEvent(events.callStarted, event)) {
    const { callId, roomId, startedBy } = event.body;
    return { callId, roomId, startedBy, startedAt: event.ts, peers: [], away: [], head: event.eventId };
  }
  if (!call || isEvent(events.callEnded, event)) return null;
  return {
    ...call,
    head: event.eventId,
    peers: applyToPeers(call.peers, event),
    away: applyToAway(call, event),
  };
}

function applyToAway({ peers, away }: Call, event: AnyEvent): Peer[] {
  if (!isEvent(events.callJoined, event) && !isEvent(events.callLeft, event)) return away;
  const { peerId } = event.body;
  const rest = away.filter((peer) => peer.peerId !== peerId);
  const isSilent = isEvent(events.callLeft, event) && event.body.reason === 'silent';
  return isSilent ? [...rest, ...peers.filter((peer) => peer.peerId === peerId)] : rest;
}

function applyToPeers(peers: Peer[], event: AnyEvent): Peer[] {
  if (isEvent(events.callJoined, event)) {
    const { callId, roomId, ...peer } = event.body;
    return [...peers.filter(({ peerId }) => peerId !== peer.peerId), { ...peer, joinedAt: event.ts }];
  }
  if (isEvent(events.callLeft, event)) return peers.filter(({ peerId }) => peerId !== event.body.peerId);
  if (isEvent(events.voiceChanged, event)) {
    const { peerId, muted, deafened } = event.body;
    return peers.map((peer) => (peer.peerId === peerId ? { ...peer, muted, deafened } : peer));
  }
  if (isEvent(events.streamPublished, event)) {
    const { peerId, stream } = event.body;
    return withStreams(peers, peerId, (streams) => [...without(streams, stream.kind), stream]);
  }
  if (isEvent(events.streamUnpublished, event)) {
    const { peerId, kind } = event.body;
    return withStreams(peers, peerId, (streams) => without(streams, kind));
  }
  return peers;
}

const without = (streams: Stream[], kind: Stream['kind']): Stream[] => streams.filter((stream) => stream.kind !== kind);

const withStreams = (peers: Peer[], peerId: PeerId, change: (streams: Stream[]) => Stream[]): Peer[] =>
  peers.map((peer) => (peer.peerId === peerId ? { ...peer, streams: change(peer.streams) } : peer));
