import {
  authCommands as auth,
  browserSurface,
  messagingCommands as messaging,
  signalingCommands as signaling,
  type CallId,
  type Command,
  type CommandName,
  type PeerId,
  type RoomId,
} from '@devchitchat/contracts';
import { io } from 'socket.io-client';
import { newPeerId } from './support/call-ids';
import { expect, test, type Place } from './support/fixtures';
import { signedInStandings, StandingPeople, type RoomWithStandings } from './support/standings';
import { post, Talker } from './support/talker';

type OnSurface = (typeof browserSurface)['socket' | 'http'][number]['name'];

/** A room with people before it, and the one of them whose row this is. */
interface Row extends RoomWithStandings {
  readonly place: Place;
  readonly asking: Talker;
}

const fresh = () => crypto.randomUUID();
const password = 'correct horse battery';

/**
 * A valid input for every command a browser may say, before a private room. A command without one does not compile, so the
 * matrix below has a row for every command there is.
 */
const inputs: Record<OnSurface, (row: Row) => unknown> = {
  'auth.invite_preview': async ({ place }) => ({ token: tokenIn(await place.invite()) }),
  'auth.invite_redeem': async ({ place }) => ({
    token: tokenIn(await place.invite()),
    handle: `n-${fresh().slice(0, 8)}`,
    displayName: 'Newcomer',
  }),
  'auth.sign_in': async ({ place }) => ({ handle: await handleWithPassword(place), password }),
  'auth.device_code_redeem': async ({ place }) => ({ code: await deviceCode(await newcomer(place)) }),
  'auth.sign_out': () => ({}),
  'auth.device_code_create': () => ({}),
  'auth.session_list': () => ({}),
  'auth.session_revoke': async ({ asking }) => ({ sessionId: await anotherSession(asking) }),
  'auth.password_set': () => ({ newPassword: null }),
  'auth.profile_update': ({ asking }) => ({ displayName: asking.user.displayName }),
  'auth.invite_create': () => ({}),
  'auth.invite_list': () => ({}),
  'auth.invite_revoke': async ({ people }) => ({
    inviteId: (await people.admin.must(auth.inviteCreate, {})).invite.inviteId,
  }),
  'user.list': () => ({}),
  'room.list': () => ({}),
  'room.create': () => ({ name: fresh(), kind: 'public' }),
  // Every other row is before the private room; this command is for public ones.
  'room.join': async ({ people }) => ({ roomId: await publicRoom(people.owner) }),
  'room.leave': ({ room }) => ({ roomId: room.roomId }),
  'room.member_add': ({ room, people }) => ({ roomId: room.roomId, userId: people.formerMember.user.userId }),
  'room.invite_create': ({ room }) => ({ roomId: room.roomId }),
  'room.invite_list': ({ room }) => ({ roomId: room.roomId }),
  'room.invite_revoke': async (row) => ({ roomId: row.room.roomId, inviteId: (await roomInvite(row)).invite.inviteId }),
  'room.invite_redeem': async (row) => ({ token: (await roomInvite(row)).token }),
  'msg.send': ({ room }) => ({ roomId: room.roomId, clientMsgId: fresh(), text: 'May I?' }),
  'msg.list': ({ room }) => ({ roomId: room.roomId }),
  sync: () => ({ rooms: [] }),
  'delivery.ack': ({ room }) => ({ rooms: [{ roomId: room.roomId, seq: 0 }] }),
  'search.query': () => ({ text: 'May I?' }),
  'rtc.call_list': () => ({}),
  'rtc.call_create': ({ room }) => ({ roomId: room.roomId }),
  'rtc.join': async (row) => ({ callId: await runningCall(row), peerId: newPeerId() }),
  'rtc.leave': ownPeer,
  'rtc.end_call': async (row) => ({ callId: await runningCall(row) }),
  'rtc.keep_alive': ownPeer,
  'rtc.stream_publish': async (row) => ({ ...(await ownPeer(row)), stream: { kind: 'camera', sound: false } }),
  'rtc.stream_unpublish': async (row) => ({ ...(await ownPeer(row)), kind: 'camera' }),
  'rtc.offer': async (row) => ({ ...(await ownPeerTowardsAnother(row)), negotiation: 1, sdp: 'v=0' }),
  'rtc.answer': async (row) => ({ ...(await ownPeerTowardsAnother(row)), negotiation: 1, sdp: 'v=0' }),
  'rtc.ask_offer': async (row) => ({ ...(await ownPeerTowardsAnother(row)), restart: false }),
  'rtc.ice': async (row) => ({ ...(await ownPeerTowardsAnother(row)), candidates: [noCandidate] }),
  'rtc.ice_servers': () => ({}),
};

const noCandidate = { candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: null };

const runningCall = async ({ people, room }: Row): Promise<CallId> =>
  (await people.owner.must(signaling.rtcCallCreate, { roomId: room.roomId })).call.callId;

/** Joins a person to the room's call. */
async function joined(talker: Talker, callId: CallId): Promise<PeerId> {
  const peerId = newPeerId();
  await talker.must(signaling.rtcJoin, { callId, peerId });
  return peerId;
}

/** The asking one's own peer, where they can have one; else they try as the owner's. */
async function ownPeer(row: Row) {
  const callId = await runningCall(row);
  const { people, asking } = row;
  const speaker = [people.owner, people.member].includes(asking) ? asking : people.owner;
  return { callId, peerId: await joined(speaker, callId) };
}

async function ownPeerTowardsAnother(row: Row) {
  const own = await ownPeer(row);
  return { ...own, toPeerId: await joined(row.people.owner, own.callId) };
}

const tokenIn = (link: string) => new URL(link).hash.split('/').at(-1);

const roomInvite = ({ people, room }: Row) => people.owner.must(messaging.roomInviteCreate, { roomId: room.roomId });

const publicRoom = async (owner: Talker): Promise<RoomId> =>
  (await owner.must(messaging.roomCreate, { name: fresh(), kind: 'public' })).room.roomId;

const deviceCode = async (talker: Talker) => (await talker.must(auth.deviceCodeCreate, {})).code;

/** Signs a second device of a person in. */
async function anotherDevice(talker: Talker): Promise<string> {
  const { cookie } = await post(talker.url, auth.deviceCodeRedeem, { code: await deviceCode(talker) });
  return cookie;
}

async function anotherSession(talker: Talker) {
  await anotherDevice(talker);
  const { sessions } = await talker.must(auth.sessionList, {});
  return sessions.find(({ current }) => !current)?.sessionId;
}

const newcomer = async ({ invite }: Place) => Talker.join(await invite(), `n-${fresh().slice(0, 8)}`);

async function handleWithPassword(place: Place): Promise<string> {
  const talker = await newcomer(place);
  await talker.must(auth.passwordSet, { newPassword: password });
  return talker.user.handle;
}

/** Says a command the way a browser of this person would; over HTTP with a session of its own, because it may end it. */
async function say(command: Command & { name: CommandName }, input: unknown, asking: Talker | undefined, url: string) {
  if (isHttp(command)) {
    const headers = asking ? { cookie: await anotherDevice(asking) } : {};
    return (await post(url, command, input, headers)).reply;
  }
  return asking ? asking.ask(command, input) : refusedHandshake(url);
}

const isHttp = ({ name }: Command) => browserSurface.http.some((command) => command.name === name);

/** What somebody without a session gets instead of a socket. */
const refusedHandshake = (url: string) =>
  new Promise((resolve) => {
    const socket = io(url, {
      transports: ['websocket'],
      extraHeaders: { origin: url },
      reconnection: false,
      forceNew: true,
    });
    socket.on('connect', () => resolve({ ok: true }));
    socket.on('connect_error', (error) => resolve({ ok: false, error: (error as Error & { data?: unknown }).data }));
    socket.on('connect_error', () => socket.disconnect());
  });

const people = new WeakMap<Place, Promise<StandingPeople>>();

function peopleOf(place: Place): Promise<StandingPeople> {
  const known = people.get(place) ?? StandingPeople.join(place);
  people.set(place, known);
  return known;
}

for (const command of [...browserSurface.socket, ...browserSurface.http]) {
  test(`${command.name} does what its access says, for everybody`, async ({ home }) => {
    const standingPeople = await peopleOf(home);
    const verdicts: Record<string, string> = {};
    for (const standing of ['anonymous', ...signedInStandings] as const) {
      const before = await standingPeople.room(fresh());
      const row = { ...before, place: home, asking: before.people[standing === 'anonymous' ? 'owner' : standing] };
      const input = await inputs[command.name](row);
      const asking = standing === 'anonymous' ? undefined : row.asking;
      const reply = (await say(command, input, asking, home.product.url)) as { ok: boolean; error?: { code: string } };
      verdicts[standing] = reply.ok ? 'ok' : (reply.error?.code ?? 'no refusal');
    }
    expect(verdicts).toEqual(command.access);
  });
}

test('a private room does not exist for those who are not in it, whichever way they ask', async ({ home }) => {
  const { room, people } = await (await peopleOf(home)).room(fresh());
  await people.owner.must(messaging.msgSend, {
    roomId: room.roomId,
    clientMsgId: fresh(),
    text: 'xyzzy secret',
  });
  for (const outsider of [people.stranger, people.formerMember, people.admin]) {
    const inRoom = { roomId: room.roomId };
    for (const reply of [
      await outsider.ask(messaging.roomJoin, inRoom),
      await outsider.ask(messaging.searchQuery, { ...inRoom, text: 'xyzzy' }),
    ]) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    const { hits } = await outsider.must(messaging.searchQuery, { text: 'xyzzy' });
    const { rooms } = await outsider.must(messaging.roomList, {});
    const synced = await outsider.must(messaging.sync, { rooms: [{ ...inRoom, after: 0 }] });
    expect(hits).toEqual([]);
    expect(rooms.map(({ roomId }) => roomId)).not.toContain(room.roomId);
    expect(synced.gone).toContain(room.roomId);
    expect(JSON.stringify(synced.rooms)).not.toContain(room.roomId);
  }
});
