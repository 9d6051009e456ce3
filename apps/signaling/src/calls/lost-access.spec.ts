import { signalingCommands as signaling, type SessionId } from '@devchitchat/contracts';
import { actorOf, ada, bob, isRefused, newPeer, newSession } from '../testing/people';
import { until } from '@devchitchat/service-kit/testing';
import { startSignaling, type RunningSignaling } from '../testing/running-signaling';

let running: RunningSignaling;

beforeAll(async () => {
  running = await startSignaling();
});

afterAll(() => running[Symbol.asyncDispose]());

describe('losing access to a call', () => {
  it.each([
    ['a revoked session', 'signed_out', (sessionId: SessionId) => running.auth.revoke(bob, sessionId)],
    ['a disabled account', 'disabled', () => running.auth.disable(bob)],
    ['a deleted account', 'deleted', () => running.auth.delete(bob)],
  ] as const)(
    '%s is reported to everyone in the room at once, without a message from its browser',
    async (_, reason, end) => {
      const sessionId = newSession();
      const { callId, first, second } = await running.callOfTwo(actorOf(bob, sessionId));
      await end(sessionId);
      await until(() => running.typesOf(callId).includes('call.left'));
      const { event, audience } = running.eventsOf(callId).at(-1)!;
      expect(event).toMatchObject({ type: 'call.left', body: { peerId: second, userId: bob, reason } });
      expect(audience).toEqual(expect.arrayContaining([ada, bob]));
      const offer = { callId, peerId: second, toPeerId: first, incarnation: 1, negotiation: 1, sdp: 'v=0' };
      const reply = await running.ask(actorOf(bob, sessionId), signaling.rtcOffer, offer);
      expect(reply).toMatchObject(isRefused('not_found'));
    },
  );

  it('does not affect the person’s other devices, and cancels commands sent just before', async () => {
    const { roomId, callId } = await running.callOfTwo();
    const gone = newSession();
    await running.auth.revoke(bob, gone);
    await until(async () => {
      const reply = await running.ask(actorOf(bob, gone), signaling.rtcJoin, { roomId, peerId: newPeer() });
      return !reply.ok && reply.error.code === 'unauthenticated';
    });
    expect(running.typesOf(callId)).not.toContain('call.left');
    const move = { roomId, peerId: newPeer(), takeOver: true };
    expect(await running.ask(actorOf(bob, newSession()), signaling.rtcJoin, move)).toMatchObject({ ok: true });
  });

  it('takes effect also if it happened while the service was down', async () => {
    const sessionId = newSession();
    const { callId, second } = await running.callOfTwo(actorOf(bob, sessionId));
    await running.stop();
    await running.auth.revoke(bob, sessionId);
    await running.start();
    await until(() => running.typesOf(callId).includes('call.left'));
    expect(running.eventsOf(callId).at(-1)?.event).toMatchObject({ body: { peerId: second, reason: 'signed_out' } });
  });
});
