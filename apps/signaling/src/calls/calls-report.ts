import type { Call, CallReport, CallsReport, Link, PeerId } from '@devchitchat/contracts';

/** Maximum calls listed individually; more are only counted. */
const maxCalls = 50;

/** The report on calls for diagnostics. `linksOf` returns the links that a peer's browser reported. */
export function callsReportOf(calls: readonly Call[], linksOf: (peerId: PeerId) => readonly Link[]): CallsReport {
  // A call that waits for its silent peers to come back has nobody in it.
  const inUse = calls.filter(({ peers }) => peers.length > 0);
  const longest = [...inUse].sort((a, b) => a.startedAt - b.startedAt).slice(0, maxCalls);
  return {
    callCount: inUse.length,
    calls: longest.map(({ roomId, startedAt, peers }) => ({
      roomId,
      startedAt,
      peers: peers.map(({ peerId, userId, joinedAt, streams }) => ({
        userId,
        joinedAt,
        streams: streams.map(({ kind }) => kind),
        links: counted(linksOf(peerId).filter(({ toPeerId }) => peers.some((peer) => peer.peerId === toPeerId))),
      })),
    })),
  };
}

function counted(links: readonly Link[]): CallReport['peers'][number]['links'] {
  const counts: CallReport['peers'][number]['links'] = {};
  for (const { state } of links) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
