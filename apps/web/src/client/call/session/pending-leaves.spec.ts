import { expect, it } from '@jest/globals';
import { accepted, commonReasons, refused, signalingReasons, type CallId, type PeerId } from '@devchitchat/contracts';
import { TestClock } from '../../../platform/time/testing/test-clock';
import { PendingLeaves } from './pending-leaves';

const [call, peer] = ['c_1' as CallId, 'p_ada' as PeerId];

it('a leave is sent again until the server knows it, and pending until then', async () => {
  const clock = new TestClock();
  const replies = [refused(commonReasons.serverLate), refused(commonReasons.serverLate), accepted({})];
  let sent = 0;
  const leaves = new PendingLeaves((() => Promise.resolve(replies[sent++])) as never, clock);
  leaves.add(call, peer);
  await clock.pass(1_000);
  expect([sent, leaves.has(peer)]).toEqual([2, true]);
  await clock.pass(1_000);
  expect([sent, leaves.has(peer)]).toEqual([3, false]);
});

it('a leave that the server refuses permanently is not sent again', async () => {
  const clock = new TestClock();
  let sent = 0;
  const ask = () => {
    sent += 1;
    return Promise.resolve(refused(signalingReasons.callUnknown));
  };
  const leaves = new PendingLeaves(ask, clock);
  leaves.add(call, peer);
  await clock.pass(60_000);
  expect([sent, leaves.has(peer)]).toEqual([1, false]);
});
