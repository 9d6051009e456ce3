import { limits, signalingCommands as signaling } from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { descriptions } from './signal-budget';
import { actorOf, ada, asAda, asBob, asCleo, isRefused, newPeer, otherDevice } from '../testing/people';
import { startSignaling, type RunningSignaling } from '../testing/running-signaling';

let running: RunningSignaling;

beforeAll(async () => {
  running = await startSignaling();
});

afterAll(() => running[Symbol.asyncDispose]());

describe('signals', () => {
  const sdp = 'v=0\r\n';
  const candidates = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      candidate: `candidate:${at} 1 udp 1 192.0.2.1 9 typ host`,
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: null,
    }));

  it('are stored nowhere', async () => {
    const { callId, first, second } = await running.callOfTwo();
    const canary = 'planted-canary-in-a-signal';
    await running.told(asAda, signaling.rtcOffer, {
      callId,
      peerId: first,
      toPeerId: second,
      incarnation: 1,
      negotiation: 1,
      sdp: canary,
    });
    const sqlite = new BetterSqlite3(running.file, { readonly: true });
    const file = sqlite.serialize();
    sqlite.close();
    expect(file.includes(canary)).toBe(false);
    expect(file.includes(first)).toBe(true);
  });

  it('are limited when they flood one peer, and the sender is told when to continue', async () => {
    const { callId, first, second } = await running.callOfTwo();
    const large = 'x'.repeat(47 * 1024);
    const offer = { callId, peerId: first, toPeerId: second, incarnation: 1, sdp: large };
    const begunAt = performance.now();
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, negotiation) => running.ask(asAda, signaling.rtcOffer, { ...offer, negotiation })),
    );
    const seconds = (performance.now() - begunAt) / 1_000;
    const refusals = replies.filter(({ ok }) => !ok);
    const mayPass = (descriptions.burst + seconds * descriptions.perSecond) / large.length;
    expect(replies.length - refusals.length).toBeLessThanOrEqual(mayPass);
    expect(refusals).not.toEqual([]);
    const retryAfterMs = expect.any(Number) as unknown;
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ error: { code: 'rate_limited', retryable: true, retryAfterMs } });
  });

  it('are refused for a foreign sender, an unreachable receiver, and above the limits', async () => {
    const { callId, first, second } = await running.callOfTwo();
    const other = await running.callOfTwo();
    const offer = { callId, peerId: first, toPeerId: second, incarnation: 1, negotiation: 1, sdp };
    const refused = async (actor: typeof asAda, change: Partial<typeof offer>, code: string) =>
      expect([change, await running.ask(actor, signaling.rtcOffer, { ...offer, ...change })]).toMatchObject([
        change,
        isRefused(code),
      ]);
    running.notices.length = 0;
    await refused(asBob, {}, 'forbidden');
    await refused(actorOf(ada, otherDevice), {}, 'forbidden');
    await refused(asCleo, {}, 'not_found');
    await refused(asAda, { toPeerId: other.second }, 'not_found');
    await refused(asAda, { callId: other.callId }, 'not_found');
    await refused(asAda, { toPeerId: newPeer() }, 'not_found');
    await refused(asAda, { toPeerId: first }, 'invalid');
    await refused(asAda, { sdp: 'x'.repeat(limits.signalBytes + 1) }, 'too_large');
    const ice = { callId, peerId: first, toPeerId: second, incarnation: 1 };
    const many = await running.ask(asAda, signaling.rtcIce, { ...ice, candidates: candidates(51) });
    expect(many).toMatchObject(isRefused('invalid'));
    expect(running.notices.filter(({ name }) => name !== 'rtc.liveness_check')).toEqual([]);

    await running.told(asAda, signaling.rtcIce, { ...ice, candidates: candidates(50) });
    const oneMore = await running.ask(asAda, signaling.rtcIce, { ...ice, candidates: candidates(1) });
    expect(oneMore).toMatchObject(isRefused('too_large'));
    await running.told(asAda, signaling.rtcOffer, { ...offer, negotiation: 2 });
    await running.told(asAda, signaling.rtcIce, { ...ice, candidates: candidates(1) });
  });
});
