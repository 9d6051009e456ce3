import {
  authCommands as auth,
  messagingCommands as messaging,
  signalingCommands as signaling,
  type browserSurface,
  type CallId,
  type PeerId,
  type RoomId,
} from '@devchitchat/contracts';
import { ApiClient, post } from './api-client';
import type { BotClient } from './bot-client';
import { newPeerId } from './call-ids';
import type { TestProduct } from './fixtures';
import type { RoomWithStandings } from './standings';

type OnSurface = (typeof browserSurface)['socket' | 'http'][number]['name'];

/** One row of the authorization matrix: a room, people of every standing toward it, and the one who sends the command. */
interface Row extends RoomWithStandings {
  readonly testProduct: TestProduct;
  /** The sender. For bots and anonymous users, a person who can create a valid input for them. */
  readonly asking: ApiClient;
  /** Whether this is the bot's row. */
  readonly asksAsBot: boolean;
}

export const fresh = () => crypto.randomUUID();
const password = 'correct horse battery';

/**
 * A valid input for every command of browsers, toward a private room. A command without one does not compile, so the
 * matrix has a row for every command.
 */
export const inputs: Record<OnSurface, (row: Row) => unknown> = {
  'file.begin': ({ room }) => ({ roomId: room.roomId, clientFileId: fresh(), name: 'notes.txt', size: 4 }),
  'file.list': ({ room }) => ({ roomId: room.roomId }),
  'auth.invite_preview': async ({ testProduct }) => ({ token: tokenIn(await testProduct.invite()) }),
  'auth.invite_redeem': async ({ testProduct }) => ({
    token: tokenIn(await testProduct.invite()),
    handle: `n-${fresh().slice(0, 8)}`,
    displayName: 'Newcomer',
  }),
  'auth.sign_in': async ({ testProduct }) => ({ handle: await handleWithPassword(testProduct), password }),
  'auth.device_code_redeem': async ({ testProduct }) => ({ code: await deviceCode(await newcomer(testProduct)) }),
  'auth.sign_out': () => ({}),
  'auth.account_delete': () => ({ words: 'keep' }),
  'auth.device_code_create': () => ({}),
  'auth.session_list': () => ({}),
  'auth.session_revoke': async ({ asking }) => ({ sessionId: await anotherSession(asking) }),
  'auth.password_set': () => ({ newPassword: null }),
  'auth.profile_update': ({ asking }) => ({ displayName: asking.user.displayName }),
  'auth.password_status': () => ({}),
  'auth.invite_create': allowingInvites,
  'auth.invite_list': () => ({}),
  'auth.invite_revoke': ownInvite,
  'server.settings_update': () => ({ membersMayInvite: true }),
  'user.list': () => ({}),
  'user.set_role': async (row) => ({ ...(await someNewcomer(row)), role: 'admin' }),
  'user.list_accounts': () => ({}),
  'user.disable': someNewcomer,
  'user.enable': someNewcomer,
  'user.end_sessions': someNewcomer,
  'audit.list': () => ({}),
  'recovery.create': someNewcomer,
  'recovery.preview': async (row) => ({ token: await recoveryToken(row) }),
  'recovery.redeem': async (row) => ({ token: await recoveryToken(row) }),
  'bot.create': () => ({ handle: `b-${fresh().slice(0, 8)}`, displayName: 'A bot' }),
  'bot.list': () => ({}),
  'bot.revoke': async ({ people }) => ({
    userId: (await people.admin.must(auth.botCreate, { handle: `b-${fresh().slice(0, 8)}`, displayName: 'A bot' })).bot
      .user.userId,
  }),
  'room.list': () => ({}),
  'room.create': () => ({ name: fresh(), kind: 'public' }),
  // All other rows are about the private room; this command is for public ones.
  'room.join': async ({ people }) => ({ roomId: await publicRoom(people) }),
  'room.update': ({ room }) => ({
    roomId: room.roomId,
    topic: 'Another',
    slowModeSeconds: 30,
    everyoneBy: 'everybody',
  }),
  'room.for_everybody': async ({ people }) => ({ roomId: await publicRoom(people), forEverybody: false }),
  'room.delete': ({ room }) => ({ roomId: room.roomId }),
  'room.leave': ({ room }) => ({ roomId: room.roomId }),
  'room.member_add': ({ room, people }) => ({ roomId: room.roomId, userId: people.formerMember.user.userId }),
  'room.invite_create': ({ room }) => ({ roomId: room.roomId }),
  'room.invite_list': ({ room }) => ({ roomId: room.roomId }),
  'room.invite_revoke': async (row) => ({ roomId: row.room.roomId, inviteId: (await roomInvite(row)).invite.inviteId }),
  'room.invite_preview': async (row) => ({ token: (await roomInvite(row)).token }),
  'room.invite_redeem': async (row) => ({ token: (await roomInvite(row)).token }),
  'dm.open': ({ people }) => ({ userIds: [people.member.user.userId, people.mod.user.userId] }),
  // Direct rooms have no roles: this one is between all members of the private room.
  'dm.hide': async ({ people }) => ({ roomId: await directConversation(people) }),
  'member.kick': ({ room, people }) => ({ roomId: room.roomId, userId: people.member.user.userId }),
  'member.ban': ({ room, people }) => ({ roomId: room.roomId, userId: people.member.user.userId }),
  'member.unban': ({ room, people }) => ({ roomId: room.roomId, userId: people.banned.user.userId }),
  'member.mute': ({ room, people }) => ({ roomId: room.roomId, userId: people.member.user.userId, seconds: 600 }),
  'member.unmute': ({ room, people }) => ({ roomId: room.roomId, userId: people.muted.user.userId }),
  'member.set_role': ({ room, people }) => ({ roomId: room.roomId, userId: people.member.user.userId, role: 'mod' }),
  'moderation.list': ({ room }) => ({ roomId: room.roomId }),
  'presence.set': () => ({ state: 'active' }),
  'link.address': () => ({ page: 'http://localhost:8080' }),
  'typing.start': ({ room }) => ({ roomId: room.roomId }),
  'msg.send': ({ room }) => ({ roomId: room.roomId, clientMsgId: fresh(), text: 'May I?' }),
  'msg.list': ({ room }) => ({ roomId: room.roomId }),
  'msg.edit': async (row) => ({ ...(await ownMessage(row)), revision: 0, text: 'May I?' }),
  'msg.delete': ownMessage,
  'msg.history': ownMessage,
  'msg.react': async (row) => ({ ...(await ownMessage(row)), emoji: '👍' }),
  'msg.unreact': async (row) => ({ ...(await ownMessage(row)), emoji: '👍' }),
  'msg.pin': ownMessage,
  'msg.unpin': ownMessage,
  sync: () => ({ rooms: [] }),
  'read.mark': ({ room }) => ({ rooms: [{ roomId: room.roomId, seq: 0 }] }),
  'read.digest': ({ room }) => ({ roomId: room.roomId, afterSeq: 0 }),
  'search.query': () => ({ text: 'May I?' }),
  'diag.snapshot': () => ({}),
  'diag.history': () => ({}),
  'diag.events': () => ({}),
  'rtc.call_list': () => ({}),
  'rtc.join': ({ room }) => ({ roomId: room.roomId, peerId: newPeerId(), takeOver: true }),
  'rtc.leave': ownPeer,
  'rtc.end_call': async (row) => ({ callId: await runningCall(row) }),
  'rtc.keep_alive': ownPeer,
  'rtc.voice_set': async (row) => ({ ...(await ownPeer(row)), muted: true, deafened: false }),
  'rtc.stream_publish': async (row) => ({ ...(await ownPeer(row)), stream: { kind: 'camera', sound: false } }),
  'rtc.stream_unpublish': async (row) => ({ ...(await ownPeer(row)), kind: 'camera' }),
  'rtc.offer': async (row) => ({ ...(await ownPeerTowardsAnother(row)), negotiation: 1, sdp: 'v=0' }),
  'rtc.answer': async (row) => ({ ...(await ownPeerTowardsAnother(row)), negotiation: 1, sdp: 'v=0' }),
  'rtc.ask_offer': async (row) => ({ ...(await ownPeerTowardsAnother(row)), restart: false }),
  'rtc.ice': async (row) => ({ ...(await ownPeerTowardsAnother(row)), candidates: [noCandidate] }),
  'rtc.ice_servers': ownPeer,
};

/** No input, once members may invite, which they may not on a new server. */
async function allowingInvites({ people }: Row) {
  await people.admin.must(auth.serverSettingsUpdate, { membersMayInvite: true });
  return {};
}

/** An invite of the sender. */
async function ownInvite(row: Row) {
  await allowingInvites(row);
  return { inviteId: (await row.asking.must(auth.inviteCreate, {})).invite.inviteId };
}

/** A message of the sender in this room, or the owner's if the sender cannot have one. */
async function ownMessage({ people, bot, room: { roomId }, asking, asksAsBot }: Row) {
  if (asksAsBot) return { roomId, msgId: (await said(bot, roomId)).msgId };
  const muted = { roomId, userId: people.muted.user.userId };
  if (asking === people.muted) await people.owner.must(messaging.memberUnmute, muted);
  const speakers = [people.owner, people.mod, people.member, people.muted];
  const author = speakers.includes(asking) ? asking : people.owner;
  const message = { roomId, msgId: (await said(author, roomId)).msgId };
  if (asking === people.muted) await people.owner.must(messaging.memberMute, { ...muted, seconds: 600 });
  return message;
}

/** Sends a message and resolves to it. */
export const said = (author: ApiClient | BotClient, roomId: RoomId) =>
  author.must(messaging.msgSend, { roomId, clientMsgId: fresh(), text: 'Said.' });

const noCandidate = { candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: null };

/** Joins a person to the room's call, taking over from any other device of theirs. */
async function joined(client: ApiClient, { room: { roomId } }: Row): Promise<{ callId: CallId; peerId: PeerId }> {
  const peerId = newPeerId();
  const { call } = await client.must(signaling.rtcJoin, { roomId, peerId, takeOver: true });
  return { callId: call.callId, peerId };
}

const runningCall = async (row: Row): Promise<CallId> => (await joined(row.people.owner, row)).callId;

/** The sender's own peer, or the owner's if the sender cannot have one. */
function ownPeer(row: Row) {
  const { people, asking } = row;
  const speaker = [people.owner, people.mod, people.member, people.muted].includes(asking) ? asking : people.owner;
  return joined(speaker, row);
}

async function ownPeerTowardsAnother(row: Row) {
  const { people, asking } = row;
  const other = await joined(asking === people.owner ? people.member : people.owner, row);
  const own = asking === people.owner || asking === people.mod || asking === people.member || asking === people.muted;
  const { callId, peerId } = own ? await joined(asking, row) : other;
  return { callId, peerId, toPeerId: own ? other.peerId : (await joined(people.member, row)).peerId, incarnation: 1 };
}

const tokenIn = (link: string) => new URL(link).hash.split('/').at(-1);

const roomInvite = ({ people, room }: Row) => people.owner.must(messaging.roomInviteCreate, { roomId: room.roomId });

/** A public room. The person banned from the private room is banned from it as well. */
async function publicRoom({ owner, banned }: Row['people']): Promise<RoomId> {
  const { roomId } = (await owner.must(messaging.roomCreate, { name: fresh(), kind: 'public' })).room;
  await owner.must(messaging.memberBan, { roomId, userId: banned.user.userId });
  return roomId;
}

async function directConversation({ owner, mod, member, muted }: Row['people']): Promise<RoomId> {
  const userIds = [mod, member, muted].map(({ user }) => user.userId);
  return (await owner.must(messaging.dmOpen, { userIds })).room.roomId;
}

const deviceCode = async (client: ApiClient) => (await client.must(auth.deviceCodeCreate, {})).code;

/** Signs in a second device of a person and resolves to its cookie. */
export async function anotherDevice(client: ApiClient): Promise<string> {
  const { cookie } = await post(client.url, auth.deviceCodeRedeem, { code: await deviceCode(client) });
  return cookie;
}

async function anotherSession(client: ApiClient) {
  await anotherDevice(client);
  const { sessions } = await client.must(auth.sessionList, {});
  return sessions.find(({ current }) => !current)?.sessionId;
}

const newcomer = async ({ invite }: TestProduct) => ApiClient.join(await invite(), `n-${fresh().slice(0, 8)}`);

async function someNewcomer({ testProduct }: Row) {
  return { userId: (await newcomer(testProduct)).user.userId };
}

const recoveryToken = async (row: Row) =>
  (await row.testProduct.admin.must(auth.recoveryCreate, await someNewcomer(row))).token;

async function handleWithPassword(testProduct: TestProduct): Promise<string> {
  const client = await newcomer(testProduct);
  await client.must(auth.passwordSet, { newPassword: password });
  return client.user.handle;
}
