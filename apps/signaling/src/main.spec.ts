import { existsSync } from 'node:fs';
import {
  allCommands,
  limits,
  signalingCommands as signaling,
  type Call,
  type CallId,
  type PeerId,
  type RoomId,
} from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { actorOf, ada, bob, cleo, device, otherDevice } from './testing/people';
import { startSignaling, until, type RunningSignaling } from './testing/running-signaling';

const relay = { TURN_URLS: 'turn:relay.example.org:3478', TURN_SECRET: 'planted canary, a secret of sixteen letters' };
const asAda = actorOf(ada);
const asBob = actorOf(bob, otherDevice);
const asCleo = actorOf(cleo);
const isRefused = (code: string) => ({ ok: false, error: { code } });

let running: RunningSignaling;
let peerCount = 0;

beforeAll(async () => {
  running = await startSignaling(relay);
});

afterAll(() => running[Symbol.asyncDispose]());

const newPeer = () => `p_${String((peerCount += 1)).padStart(16, '0')}` as PeerId;
const newCall = async (roomId: RoomId) => (await running.told(asAda, signaling.rtcCallCreate, { roomId })).call;
const eventsOf = (callId: CallId) => running.events.filter(({ event }) => event.scope.id === callId);
const typesOf = (callId: CallId) => eventsOf(callId).map(({ event }) => event.type);
const callsOf = async (actor: typeof asAda): Promise<Call[]> =>
  (await running.told(actor, signaling.rtcCallList, {})).calls;

/** Ada and bob in a call of theirs, each at a device. */
async function callOfTwo() {
  const roomId = await running.messaging.room(ada, bob);
  const { callId } = await newCall(roomId);
  const [first, second] = [newPeer(), newPeer()];
  await running.told(asAda, signaling.rtcJoin, { callId, peerId: first });
  await running.told(asBob, signaling.rtcJoin, { callId, peerId: second });
  return { roomId, callId, first, second };
}

describe('a call', () => {
  it('is started, joined, shown in and left; the room hears of it', async () => {
    const { roomId, callId, first, second } = await callOfTwo();
    const shows = { callId, peerId: second, stream: { kind: 'camera', sound: false } } as const;
    await running.told(asBob, signaling.rtcStreamPublish, shows);
    expect(await callsOf(asAda)).toMatchObject([
      {
        callId,
        roomId,
        startedBy: ada,
        peers: [
          { peerId: first, userId: ada, streams: [] },
          { peerId: second, userId: bob, streams: [{ kind: 'camera', sound: false }] },
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
      'stream.unpublished',
      'call.left',
      'call.left',
      'call.ended',
    ]);
    for (const { audience } of eventsOf(callId)) expect(new Set(audience)).toEqual(new Set([ada, bob]));
    expect(await callsOf(asAda)).toEqual([]);
  });

  it('is one in each room', async () => {
    const roomId = await running.messaging.room(ada, bob);
    const { callId } = await newCall(roomId);
    expect((await running.told(asBob, signaling.rtcCallCreate, { roomId })).call.callId).toBe(callId);
    await running.told(asAda, signaling.rtcEndCall, { callId });
    expect((await newCall(roomId)).callId).not.toBe(callId);
  });

  it('is open to who came into its room a moment ago, and to nobody else', async () => {
    const roomId = await running.messaging.room(ada);
    const { callId } = await newCall(roomId);
    const peerId = newPeer();
    expect(await running.ask(asCleo, signaling.rtcJoin, { callId, peerId })).toMatchObject(isRefused('not_found'));
    await running.messaging.join(roomId, cleo);
    expect(await running.ask(asCleo, signaling.rtcJoin, { callId, peerId })).toMatchObject({ ok: true });
    expect((await callsOf(asCleo)).map((call) => call.callId)).toContain(callId);
  });

  it.each(['leave', 'kick'] as const)('is over for who is not in the room any more: %s', async (goes) => {
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

  it('reach the device they are for, with the sender that the server knows', async () => {
    const { callId, first, second } = await callOfTwo();
    const toBob = { callId, peerId: first, toPeerId: second };
    const toAda = { callId, peerId: second, toPeerId: first };
    running.notices.length = 0;
    await running.told(asAda, signaling.rtcOffer, { ...toBob, negotiation: 1, sdp });
    await running.told(asBob, signaling.rtcAnswer, { ...toAda, negotiation: 1, sdp });
    await running.told(asAda, signaling.rtcAskOffer, { ...toBob, restart: true });
    await running.told(asAda, signaling.rtcIce, { ...toBob, candidates: candidates(2) });
    await until(() => running.notices.filter(({ name }) => name !== 'rtc.roll_call').length === 4);
    const fromAda = { callId, toPeerId: second, fromPeerId: first, fromUserId: ada };
    expect(running.notices.filter(({ name }) => name !== 'rtc.roll_call')).toEqual([
      { name: 'rtc.offer_event', audience: [otherDevice], data: { ...fromAda, negotiation: 1, sdp } },
      {
        name: 'rtc.answer_event',
        audience: [device],
        data: { callId, toPeerId: first, fromPeerId: second, fromUserId: bob, negotiation: 1, sdp },
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
      negotiation: 1,
      sdp: canary,
    });
    const sqlite = new BetterSqlite3(running.file, { readonly: true });
    const file = sqlite.serialize();
    sqlite.close();
    expect(file.includes(canary)).toBe(false);
    expect(file.includes(first)).toBe(true);
  });

  it('are refused from whom they are not, to whom they cannot reach, and beyond the limits', async () => {
    const { callId, first, second } = await callOfTwo();
    const other = await callOfTwo();
    const offer = { callId, peerId: first, toPeerId: second, negotiation: 1, sdp };
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
    await refused(asAda, { sdp: 'x'.repeat(limits.signalBytes + 1) }, 'too_large');
    const ice = { callId, peerId: first, toPeerId: second };
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

describe('who is there', () => {
  it('is asked, and out after 8 s of silence; who answers stays', async () => {
    const { callId, first, second } = await callOfTwo();
    const since = performance.now();
    while (!typesOf(callId).includes('call.left')) {
      await running.told(asAda, signaling.rtcKeepAlive, { callId, peerId: first });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(eventsOf(callId).at(-1)?.event).toMatchObject({ body: { peerId: second, reason: 'silent' } });
    const asks = running.notices.filter(({ data }) => (data as { callId?: CallId }).callId === callId);
    expect(asks[0]).toEqual({ name: 'rtc.roll_call', audience: [device, otherDevice], data: { callId } });
    expect((await callsOf(asAda)).find((call) => call.callId === callId)?.peers).toHaveLength(1);
  });

  it('comes back under the same peer id, and nobody else does', async () => {
    const { callId, first } = await callOfTwo();
    const again = await running.told(actorOf(ada, otherDevice), signaling.rtcJoin, { callId, peerId: first });
    expect(again.call.peers).toHaveLength(2);
    const left = newPeer();
    await running.told(asAda, signaling.rtcJoin, { callId, peerId: left });
    await running.told(asAda, signaling.rtcLeave, { callId, peerId: left });
    expect(await running.ask(asBob, signaling.rtcJoin, { callId, peerId: left })).toMatchObject(isRefused('conflict'));
  });
});

describe('after a restart', () => {
  it('what was on has ended, and goes on as a new call with the same peers and what they show', async () => {
    const { roomId, callId, first } = await callOfTwo();
    await running.stop();
    await running.start();
    await until(() => typesOf(callId).includes('call.ended'));
    expect(eventsOf(callId).at(-1)).toMatchObject({
      audience: expect.arrayContaining([ada, bob]) as unknown,
      event: { type: 'call.ended', body: { reason: 'restart' } },
    });
    expect(await running.ask(asAda, signaling.rtcKeepAlive, { callId, peerId: first })).toMatchObject(
      isRefused('not_found'),
    );
    const { callId: next } = await newCall(roomId);
    const streams = [{ kind: 'screen' as const, sound: true }];
    const { call } = await running.told(asAda, signaling.rtcJoin, { callId: next, peerId: first, streams });
    expect(call.peers).toMatchObject([{ peerId: first, userId: ada, streams }]);
  });
});

it('gives credentials for the relay, for the one who asks', async () => {
  const { stunPort, relay: given } = await running.told(asAda, signaling.rtcIceServers, {});
  expect(stunPort).toBeNull();
  expect(given).toMatchObject({ urls: [relay.TURN_URLS], expiresInSeconds: 3_600 });
  expect(given?.username).toMatch(new RegExp(`^\\d+:${ada}$`));
});

it('was asked everything that it answers, on a file of its own', () => {
  const own = allCommands.filter(({ service }) => service === 'signaling').map(({ name }) => name);
  expect([...running.asked].sort()).toEqual(own.sort());
  expect(existsSync(running.file)).toBe(true);
});
