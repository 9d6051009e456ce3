import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  commonReasons,
  refused,
  signalingReasons,
  type Link,
  type LinkState,
  type PeerId,
  type Reply,
} from '@devchitchat/contracts';
import { TestClock } from '../../../platform/time/testing/test-clock';
import { LivenessResponder } from './liveness-responder';

const [ada, bob] = ['p_ada', 'p_bob'] as [PeerId, PeerId];

function responder(reply: Reply<unknown> = accepted({})) {
  const clock = new TestClock();
  const links = new Map<PeerId, { state: LinkState }>([
    [ada, { state: 'connected' }],
    [bob, { state: 'connecting' }],
  ]);
  const answers: Link[][] = [];
  let doubts = 0;
  const liveness = new LivenessResponder({
    links: () => links,
    keepAlive: (reported) => {
      answers.push(reported);
      return Promise.resolve(reply);
    },
    doubted: () => (doubts += 1),
    clock,
  });
  return { clock, links, answers, liveness, doubts: () => doubts };
}

describe('the liveness responder', () => {
  it('answers with the state of every link', async () => {
    const { liveness, answers } = responder();
    await liveness.answer();
    expect(answers).toEqual([
      [
        { toPeerId: ada, state: 'connected' },
        { toPeerId: bob, state: 'connecting' },
      ],
    ]);
  });

  it('asks the server to confirm this peer when no check came for 10 s', async () => {
    const { liveness, clock, doubts } = responder();
    liveness.confirm();
    await clock.pass(9_999);
    expect(doubts()).toBe(0);
    await liveness.answer();
    await clock.pass(9_999);
    expect(doubts()).toBe(0);
    await clock.pass(1);
    expect([doubts(), liveness.unconfirmedForMs]).toEqual([1, 10_000]);
  });

  it('joins again when the server does not know the peer, and waits when the server cannot be reached', async () => {
    const unknown = responder(refused(signalingReasons.callUnknown));
    await unknown.liveness.answer();
    expect(unknown.doubts()).toBe(1);
    const unreachable = responder(refused(commonReasons.serverLate));
    await unreachable.liveness.answer();
    expect(unreachable.doubts()).toBe(0);
  });

  it('reports a link that it reported as connected as soon as the link breaks', async () => {
    const { liveness, links, answers } = responder();
    await liveness.answer();
    liveness.linksChanged();
    expect(answers).toHaveLength(1);
    links.set(ada, { state: 'interrupted' });
    liveness.linksChanged();
    expect(answers).toHaveLength(2);
  });

  it('does not report a link to a peer that left', async () => {
    const { liveness, links, answers } = responder();
    await liveness.answer();
    links.delete(ada);
    liveness.linksChanged();
    expect(answers).toHaveLength(1);
  });

  it('asks nothing after it stopped', async () => {
    const { liveness, clock, doubts } = responder();
    liveness.confirm();
    liveness.stop();
    await clock.pass(60_000);
    expect(doubts()).toBe(0);
  });
});
