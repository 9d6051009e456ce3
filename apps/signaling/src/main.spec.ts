import { existsSync } from 'node:fs';
import {
  allCommands,
  limits,
  signalingCommands as signaling,
  type Actor,
  type Call,
  type CallId,
  type PeerId,
  type RoomId,
  type SessionId,
} from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { descriptions } from './signals/signal-budget';
import { actorOf, ada, bob, cleo, device, otherDevice } from './testing/people';
import { startSignaling, until, type RunningSignaling } from './testing/running-signaling';

const relay = { TURN_URLS: 'turn:relay.example.org:3478', TURN_SECRET: 'planted canary, a secret of sixteen letters' };
const asAda = actorOf(ada);
const asBob = actorOf(bob, otherDevice);
const asCleo = actorOf(cleo);
const isRefused = (code: string) => ({ ok: false, error: { code } });

let running: RunningSignaling;
let peerCount = 0;
let sessionCount = 100;

beforeAll(async () => {
  running = await startSignaling(relay);
});

afterAll(() => running[Symbol.asyncDispose]());

const newSession = () => `s_${String((sessionCount += 1)).padStart(16, '0')}` as SessionId;
const newPeer = () => `p_${String((peerCount += 1)).padStart(16, '0')}` as PeerId;
const enter = async (actor: Actor, roomId: RoomId, peerId: PeerId) =>
  (await running.told(actor, signaling.rtcJoin, { roomId, peerId })).call;
const eventsOf = (callId: CallId) => running.events.filter(({ event }) => event.scope.id === callId);
const typesOf = (callId: CallId) => eventsOf(callId).map(({ event }) => event.type);
const callsOf = async (actor: Actor): Promise<Call[]> => (await running.told(actor, signaling.rtcCallList, {})).calls;

/** Ada and bob in one call, each on their own device. */
async function callOfTwo(asTwo = asBob) {
  const roomId = await running.messaging.room(ada, bob);
  const [first, second] = [newPeer(), newPeer()];
  const { callId } = await enter(asAda, roomId, first);
  await enter(asTwo, roomId, second);
  return { roomId, callId, first, second };
}

describe('a call', () => {
  it('is started, joined, shown in and left, and the room receives its events', async () => {
    const { roomId, callId, first, second } = await callOfTwo();
    const shows = { callId, peerId: second, stream: { kind: 'camera', sound: false } } as const;
    await running.told(asBob, signaling.rtcStreamPublish, shows);
    await running.told(asAda, signaling.rtcVoiceSet, { callId, peerId: first, muted: true, deafened: true });
    expect(await callsOf(asAda)).toMatchObject([
      {
        callId,
        roomId,
        startedBy: ada,
        peers: [
          { peerId: first, userId: ada, muted: true, deafened: true, streams: [] },
          { peerId: second, userId: bob, muted: false, streams: [{ kind: 'camera', sound: false }] },
        ],
      },
    ]);
    await running.told(asBob, signaling.rtcStreamUnpublish, { callId, peerId: second, kind: 'camera' });
    await running.told(asBob, signaling.rtcLeave, { callId, peerId: second });
    await running.told(asAda, signaling.rtcLeave, { callId, peerId: first });
    expect(typesOf(callId)).toEqual([
      'call.started',
      'call.joined',
      'call.joined',
      'stream.published',
      'voice.changed',
      'stream.unpublished',
      'call.left',
      'call.left',
      'call.ended',
    ]);
    for (const { audience } of eventsOf(callId)) expect(new Set(audience)).toEqual(new Set([ada, bob]));
    expect(await callsOf(asAda)).toEqual([]);
  });

  it('exists once per room, and everyone joins it with one command', async () => {
    const { roomId, callId } = await callOfTwo();
    expect(typesOf(callId)).toEqual(['call.started', 'call.joined', 'call.joined']);
    await running.told(asAda, signaling.rtcEndCall, { callId });
    expect((await enter(asAda, roomId, newPeer())).callId).not.toBe(callId);
  });

  it('may be ended by an admin in a room without an owner, and by both people in a direct room', async () => {
    const asAdmin = { ...asBob, role: 'admin' as const };
    const lobby = await running.messaging.ownerless('public', ada, bob);
    const { callId } = await enter(asAda, lobby, newPeer());
    expect(await running.ask(asBob, signaling.rtcEndCall, { callId })).toMatchObject(isRefused('forbidden'));
    expect(await running.ask(asAdmin, signaling.rtcEndCall, { callId })).toMatchObject({ ok: true });
    const direct = await enter(asAda, await running.messaging.ownerless('direct', ada, bob), newPeer());
    expect(await running.ask(asBob, signaling.rtcEndCall, { callId: direct.callId })).toMatchObject({ ok: true });
  });

  it('is open to people who just joined its room, and closed to those who just left', async () => {
    const roomId = await running.messaging.room(ada);
    const { callId } = await enter(asAda, roomId, newPeer());
    const peerId = newPeer();
    expect(await running.ask(asCleo, signaling.rtcJoin, { roomId, peerId })).toMatchObject(isRefused('not_found'));
    await running.messaging.join(roomId, cleo);
    expect(await running.ask(asCleo, signaling.rtcJoin, { roomId, peerId })).toMatchObject({ ok: true });
    expect((await callsOf(asCleo)).map((call) => call.callId)).toContain(callId);
    await running.told(asCleo, signaling.rtcLeave, { callId, peerId });
    await running.messaging.leave(roomId, cleo);
    const again = await running.ask(asCleo, signaling.rtcJoin, { roomId, peerId: newPeer() });
    expect(again).toMatchObject(isRefused('not_found'));
  });

  it('has one peer per user, which another device may replace', async () => {
    const { roomId, callId, first } = await callOfTwo();
    const onPhone = actorOf(ada, newSession());
    const peerId = newPeer();
    expect(await running.ask(onPhone, signaling.rtcJoin, { roomId, peerId })).toMatchObject(isRefused('conflict'));
    const { call } = await running.told(onPhone, signaling.rtcJoin, { roomId, peerId, takeOver: true });
    expect(call.peers.map(({ userId }) => userId)).toEqual([bob, ada]);
    expect(eventsOf(callId).at(-2)?.event).toMatchObject({ body: { peerId: first, reason: 'moved' } });
    expect(await running.ask(asAda, signaling.rtcJoin, { roomId, peerId: first })).toMatchObject(isRefused('conflict'));
  });

  it('stays ended for everyone who returns after it was ended', async () => {
    const { roomId, callId, second } = await callOfTwo();
    await running.told(asAda, signaling.rtcEndCall, { callId });
    const back = { roomId, peerId: second };
    const refusal = await running.ask(asBob, signaling.rtcJoin, back);
    expect(refusal).toMatchObject({ error: { code: 'not_found', message: 'Someone ended the call for everyone.' } });
    await enter(asAda, roomId, newPeer());
    expect(await running.ask(asBob, signaling.rtcJoin, back)).toMatchObject(isRefused('not_found'));
  });

  it.each(['leave', 'kick'] as const)('ends for people who are no longer in the room: %s', async (goes) => {
    const { roomId, callId, second } = await callOfTwo();
    await running.messaging[goes](roomId, bob);
    await until(() => typesOf(callId).includes('call.left'));
    const { audience, event } = eventsOf(callId).at(-1)!;
    expect(event).toMatchObject({ type: 'call.left', body: { peerId: second, reason: 'room_left' } });
    expect(audience).toContain(bob);
    expect(await running.ask(asBob, signaling.rtcKeepAlive, { callId, peerId: second })).toMatchObject(
      isRefused('not_found'),
    );
  });
});

describe('signals', () => {
  const sdp = 'v=0\r\n';
  const candidates = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      candidate: `candidate:${at} 1 udp 1 192.0.2.1 9 typ host`,
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: null,
    }));

  it('reach the receiving device, with the sender set by the server', async () => {
    const { callId, first, second } = await callOfTwo();
    const toBob = { callId, peerId: first, toPeerId: second, incarnation: 3 };
    const toAda = { callId, peerId: second, toPeerId: first, incarnation: 3 };
    running.notices.length = 0;
    await running.told(asAda, signaling.rtcOffer, { ...toBob, negotiation: 1, sdp });
    await running.told(asBob, signaling.rtcAnswer, { ...toAda, negotiation: 1, sdp });
    await running.told(asAda, signaling.rtcAskOffer, { ...toBob, restart: true });
    await running.told(asAda, signaling.rtcIce, { ...toBob, candidates: candidates(2) });
    await until(() => running.notices.filter(({ name }) => name !== 'rtc.roll_call').length === 4);
    const fromAda = { callId, toPeerId: second, fromPeerId: first, fromUserId: ada, incarnation: 3 };
    expect(running.notices.filter(({ name }) => name !== 'rtc.roll_call')).toEqual([
      { name: 'rtc.offer_event', audience: [otherDevice], data: { ...fromAda, negotiation: 1, sdp } },
      {
        name: 'rtc.answer_event',
        audience: [device],
        data: {
          callId,
          toPeerId: first,
          fromPeerId: second,
          fromUserId: bob,
          incarnation: 3,
          negotiation: 1,
          sdp,
        },
      },
      { name: 'rtc.ask_offer_event', audience: [otherDevice], data: { ...fromAda, restart: true } },
      { name: 'rtc.ice_event', audience: [otherDevice], data: { ...fromAda, candidates: candidates(2) } },
    ]);
  });

  it('are stored nowhere', async () => {
    const { callId, first, second } = await callOfTwo();
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
    const { callId, first, second } = await callOfTwo();
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
    const { callId, first, second } = await callOfTwo();
    const other = await callOfTwo();
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
    expect(running.notices.filter(({ name }) => name !== 'rtc.roll_call')).toEqual([]);

    await running.told(asAda, signaling.rtcIce, { ...ice, candidates: candidates(50) });
    const oneMore = await running.ask(asAda, signaling.rtcIce, { ...ice, candidates: candidates(1) });
    expect(oneMore).toMatchObject(isRefused('too_large'));
    await running.told(asAda, signaling.rtcOffer, { ...offer, negotiation: 2 });
    await running.told(asAda, signaling.rtcIce, { ...ice, candidates: candidates(1) });
  });
});

describe('the liveness of a peer', () => {
  it('is checked, and a peer is removed after 8 s of silence', async () => {
    const { callId, first, second } = await callOfTwo();
    let looks = 0;
    while (!typesOf(callId).includes('call.left')) {
      looks += 1;
      await running.told(asAda, signaling.rtcKeepAlive, { callId, peerId: first });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    // At least half a second each; a busy machine checks less often.
    expect(looks).toBeLessThan(20);
    expect(eventsOf(callId).at(-1)?.event).toMatchObject({ body: { peerId: second, reason: 'silent' } });
    const asks = running.notices.filter(({ data }) => (data as { callId?: CallId }).callId === callId);
    expect(asks[0]).toEqual({ name: 'rtc.roll_call', audience: [device, otherDevice], data: { callId } });
    expect((await callsOf(asAda)).find((call) => call.callId === callId)?.peers).toHaveLength(1);
  });

  it('allows a silent peer to return under its id, and no other', async () => {
    const { roomId, callId, first } = await callOfTwo();
    const again = await enter(actorOf(ada, otherDevice), roomId, first);
    expect(again.peers).toHaveLength(2);
    expect(await running.ask(asBob, signaling.rtcJoin, { roomId, peerId: first })).toMatchObject(isRefused('conflict'));
    await running.told(actorOf(ada, otherDevice), signaling.rtcLeave, { callId, peerId: first });
    expect(await running.ask(asAda, signaling.rtcJoin, { roomId, peerId: first })).toMatchObject(
      isRefused('not_found'),
    );
  });
});

describe('losing access to a call', () => {
  it.each([
    ['a revoked session', 'signed_out', (sessionId: SessionId) => running.auth.revoke(bob, sessionId)],
    ['a disabled account', 'disabled', () => running.auth.disable(bob)],
    ['a deleted account', 'deleted', () => running.auth.delete(bob)],
  ] as const)(
    '%s is heard by everybody in the room at once, without a word from its browser',
    async (_, reason, end) => {
      const sessionId = newSession();
      const { callId, first, second } = await callOfTwo(actorOf(bob, sessionId));
      await end(sessionId);
      await until(() => typesOf(callId).includes('call.left'));
      const { event, audience } = eventsOf(callId).at(-1)!;
      expect(event).toMatchObject({ type: 'call.left', body: { peerId: second, userId: bob, reason } });
      expect(audience).toEqual(expect.arrayContaining([ada, bob]));
      const offer = { callId, peerId: second, toPeerId: first, incarnation: 1, negotiation: 1, sdp: 'v=0' };
      const reply = await running.ask(actorOf(bob, sessionId), signaling.rtcOffer, offer);
      expect(reply).toMatchObject(isRefused('not_found'));
    },
  );

  it('does not affect the person’s other devices, and cancels commands sent just before', async () => {
    const { roomId, callId } = await callOfTwo();
    const gone = newSession();
    await running.auth.revoke(bob, gone);
    await until(async () => {
      const reply = await running.ask(actorOf(bob, gone), signaling.rtcJoin, { roomId, peerId: newPeer() });
      return !reply.ok && reply.error.code === 'unauthenticated';
    });
    expect(typesOf(callId)).not.toContain('call.left');
    const move = { roomId, peerId: newPeer(), takeOver: true };
    expect(await running.ask(actorOf(bob, newSession()), signaling.rtcJoin, move)).toMatchObject({ ok: true });
  });

  it('takes effect also if it happened while the service was down', async () => {
    const sessionId = newSession();
    const { callId, second } = await callOfTwo(actorOf(bob, sessionId));
    await running.stop();
    await running.auth.revoke(bob, sessionId);
    await running.start();
    await until(() => typesOf(callId).includes('call.left'));
    expect(eventsOf(callId).at(-1)?.event).toMatchObject({ body: { peerId: second, reason: 'signed_out' } });
  });
});

describe('after a restart', () => {
  it('a call continues with its peers, streams and sessions', async () => {
    const { callId, first, second } = await callOfTwo();
    const stream = { kind: 'screen', sound: true } as const;
    await running.told(asAda, signaling.rtcStreamPublish, { callId, peerId: first, stream });
    const before = (await callsOf(asAda)).find((call) => call.callId === callId);
    await running.stop();
    await running.start();
    expect((await callsOf(asAda)).find((call) => call.callId === callId)).toEqual(before);
    await running.told(asAda, signaling.rtcKeepAlive, { callId, peerId: first });
    const offer = { callId, peerId: second, toPeerId: first, incarnation: 1, negotiation: 1, sdp: 'v=0' };
    await running.told(asBob, signaling.rtcOffer, offer);
    expect(typesOf(callId)).not.toContain('call.ended');
  });

  it('a call from before peer sessions were stored is ended', async () => {
    const { callId } = await callOfTwo();
    await running.stop();
    const sqlite = new BetterSqlite3(running.file);
    sqlite.exec('DELETE FROM call_seats');
    sqlite.close();
    await running.start();
    await until(() => typesOf(callId).includes('call.ended'));
    expect(eventsOf(callId).at(-1)?.event).toMatchObject({ type: 'call.ended', body: { reason: 'restart' } });
  });
});

it('peers get relay credentials when they join a call, and fresh ones during it', async () => {
  const roomId = await running.messaging.room(ada, bob);
  const peerId = newPeer();
  const { call, iceServers } = await running.told(asAda, signaling.rtcJoin, { roomId, peerId });
  expect(iceServers).toMatchObject({ stunPort: null, relay: { urls: [relay.TURN_URLS], expiresInSeconds: 3_600 } });
  const { callId } = call;
  const { relay: given } = await running.told(asAda, signaling.rtcIceServers, { callId, peerId });
  expect(given?.username).toMatch(new RegExp(`^\\d+:${ada}$`));
  for (const [actor, code] of [
    [asBob, 'forbidden'],
    [asCleo, 'not_found'],
  ] as const)
    expect(await running.ask(actor, signaling.rtcIceServers, { callId, peerId })).toMatchObject(isRefused(code));
});

it('the specs send every command of the service, on its own database', () => {
  const own = allCommands.filter(({ service }) => service === 'signaling').map(({ name }) => name);
  expect([...running.asked].sort()).toEqual(own.sort());
  expect(existsSync(running.file)).toBe(true);
});
