import { existsSync } from 'node:fs';
import { allCommands, signalingCommands as signaling } from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import {
  actorOf,
  ada,
  asAda,
  asBob,
  asCleo,
  bob,
  cleo,
  device,
  isRefused,
  newPeer,
  newSession,
  otherDevice,
} from './testing/people';
import { startSignaling, type RunningSignaling } from './testing/running-signaling';

const relay = { TURN_URLS: 'turn:relay.example.org:3478', TURN_SECRET: 'planted canary, a secret of sixteen letters' };

let running: RunningSignaling;

beforeAll(async () => {
  running = await startSignaling(relay);
});

afterAll(() => running[Symbol.asyncDispose]());

describe('a call', () => {
  it('is started, joined, shown in and left, and the room receives its events', async () => {
    const { roomId, callId, first, second } = await running.callOfTwo();
    const shows = { callId, peerId: second, stream: { kind: 'camera', sound: false } } as const;
    await running.told(asBob, signaling.rtcStreamPublish, shows);
    await running.told(asAda, signaling.rtcVoiceSet, { callId, peerId: first, muted: true, deafened: true });
    expect(await running.callsOf(asAda)).toMatchObject([
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
    expect(running.typesOf(callId)).toEqual([
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
    for (const { audience } of running.eventsOf(callId)) expect(new Set(audience)).toEqual(new Set([ada, bob]));
    expect(await running.callsOf(asAda)).toEqual([]);
  });

  it('exists once per room, and everyone joins it with one command', async () => {
    const { roomId, callId } = await running.callOfTwo();
    expect(running.typesOf(callId)).toEqual(['call.started', 'call.joined', 'call.joined']);
    await running.told(asAda, signaling.rtcEndCall, { callId });
    expect((await running.enter(asAda, roomId, newPeer())).callId).not.toBe(callId);
  });

  it('may be ended by an admin in a room without an owner, and by both people in a direct room', async () => {
    const asAdmin = { ...asBob, role: 'admin' as const };
    const lobby = await running.messaging.ownerless('public', ada, bob);
    const { callId } = await running.enter(asAda, lobby, newPeer());
    expect(await running.ask(asBob, signaling.rtcEndCall, { callId })).toMatchObject(isRefused('forbidden'));
    expect(await running.ask(asAdmin, signaling.rtcEndCall, { callId })).toMatchObject({ ok: true });
    const direct = await running.enter(asAda, await running.messaging.ownerless('direct', ada, bob), newPeer());
    expect(await running.ask(asBob, signaling.rtcEndCall, { callId: direct.callId })).toMatchObject({ ok: true });
  });

  it('is open to people who just joined its room, and closed to those who just left', async () => {
    const roomId = await running.messaging.room(ada);
    const { callId } = await running.enter(asAda, roomId, newPeer());
    const peerId = newPeer();
    expect(await running.ask(asCleo, signaling.rtcJoin, { roomId, peerId })).toMatchObject(isRefused('not_found'));
    await running.messaging.join(roomId, cleo);
    expect(await running.ask(asCleo, signaling.rtcJoin, { roomId, peerId })).toMatchObject({ ok: true });
    expect((await running.callsOf(asCleo)).map((call) => call.callId)).toContain(callId);
    await running.told(asCleo, signaling.rtcLeave, { callId, peerId });
    await running.messaging.leave(roomId, cleo);
    const again = await running.ask(asCleo, signaling.rtcJoin, { roomId, peerId: newPeer() });
    expect(again).toMatchObject(isRefused('not_found'));
  });

  it('has one peer per user, which another device may replace', async () => {
    const { roomId, callId, first } = await running.callOfTwo();
    const onPhone = actorOf(ada, newSession());
    const peerId = newPeer();
    expect(await running.ask(onPhone, signaling.rtcJoin, { roomId, peerId })).toMatchObject(isRefused('conflict'));
    const { call } = await running.told(onPhone, signaling.rtcJoin, { roomId, peerId, takeOver: true });
    expect(call.peers.map(({ userId }) => userId)).toEqual([bob, ada]);
    expect(running.eventsOf(callId).at(-2)?.event).toMatchObject({ body: { peerId: first, reason: 'moved' } });
    expect(await running.ask(asAda, signaling.rtcJoin, { roomId, peerId: first })).toMatchObject(isRefused('conflict'));
  });

  it('stays ended for everyone who returns after it was ended', async () => {
    const { roomId, callId, second } = await running.callOfTwo();
    await running.told(asAda, signaling.rtcEndCall, { callId });
    const back = { roomId, peerId: second };
    const refusal = await running.ask(asBob, signaling.rtcJoin, back);
    expect(refusal).toMatchObject({ error: { code: 'not_found', message: 'Someone ended the call for everyone.' } });
    await running.enter(asAda, roomId, newPeer());
    expect(await running.ask(asBob, signaling.rtcJoin, back)).toMatchObject(isRefused('not_found'));
  });

  it.each(['leave', 'kick'] as const)('ends for people who are no longer in the room: %s', async (goes) => {
    const { roomId, callId, second } = await running.callOfTwo();
    await running.messaging[goes](roomId, bob);
    await until(() => running.typesOf(callId).includes('call.left'));
    const { audience, event } = running.eventsOf(callId).at(-1)!;
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
    const { callId, first, second } = await running.callOfTwo();
    const toBob = { callId, peerId: first, toPeerId: second, incarnation: 3 };
    const toAda = { callId, peerId: second, toPeerId: first, incarnation: 3 };
    running.notices.length = 0;
    await running.told(asAda, signaling.rtcOffer, { ...toBob, negotiation: 1, sdp });
    await running.told(asBob, signaling.rtcAnswer, { ...toAda, negotiation: 1, sdp });
    await running.told(asAda, signaling.rtcAskOffer, { ...toBob, restart: true });
    await running.told(asAda, signaling.rtcIce, { ...toBob, candidates: candidates(2) });
    await until(() => running.notices.filter(({ name }) => name !== 'rtc.liveness_check').length === 4);
    const fromAda = { callId, toPeerId: second, fromPeerId: first, fromUserId: ada, incarnation: 3 };
    expect(running.notices.filter(({ name }) => name !== 'rtc.liveness_check')).toEqual([
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
