import type { Link } from '@devchitchat/contracts';
import { callAfter, joined, published, started } from '../testing/history';
import { ada, bob, kitchen, peers } from '../testing/people';
import { callsReportOf } from './calls-report';

const [first, second, gone] = peers;

it('the report lists peers, streams and links, but no links to peers that left', () => {
  const call = callAfter(
    started(),
    joined(first, ada),
    joined(second, bob),
    published(first, ada, { kind: 'screen', sound: true }),
  );
  const links: Link[] = [
    { toPeerId: second, state: 'connected' },
    { toPeerId: gone, state: 'unreachable' },
  ];
  expect(callsReportOf([call!], (peerId) => (peerId === first ? links : []))).toEqual({
    callCount: 1,
    calls: [
      {
        roomId: kitchen,
        startedAt: 1_000,
        peers: [
          { userId: ada, joinedAt: 2_000, streams: ['screen'], links: { connected: 1 } },
          { userId: bob, joinedAt: 3_000, streams: [], links: {} },
        ],
      },
    ],
  });
});

it('the report lists the fifty longest calls and counts the rest', () => {
  const calls = Array.from({ length: 60 }, (_, at) => ({
    ...callAfter(started(), joined(peers[0], ada))!,
    startedAt: 60 - at,
  }));
  const report = callsReportOf(calls, () => []);
  expect([report.callCount, report.calls.length, report.calls[0]?.startedAt]).toEqual([60, 50, 1]);
});
