import { isEvent, type AnyEvent } from '../grammar/event';
import type { PeerId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import * as events from './events';
import type { Call, Peer, Stream } from './model';

/** The call after an event of its own; `null` before its start and after its end. */
export function foldCall(call: Call | null, event: AnyEvent): Call | null {
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
  if (!isSilent) return rest;
  return [...rest, ...peers.filter((peer) => peer.peerId === peerId)].slice(-limits.awayPerCall);
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
