import {
  authCommands as auth,
  browserSurface,
  messagingCommands as messaging,
  type Command,
  type CommandName,
  type MsgId,
} from '@devchitchat/contracts';
import { io } from 'socket.io-client';
import { type ApiClient, post } from './support/api-client';
import { expect, test, type TestProduct } from './support/fixtures';
import { anotherDevice, fresh, inputs, said } from './support/matrix-inputs';
import { signedInStandings, StandingPeople } from './support/standings';

/**
 * Sends a command as this person's browser would. HTTP commands use a session of their own, because they may end it.
 */
async function send(
  command: Command & { name: CommandName },
  input: unknown,
  asking: ApiClient | undefined,
  url: string,
) {
  if (isHttp(command)) {
    const headers = asking ? { cookie: await anotherDevice(asking) } : {};
    return (await post(url, command, input, headers)).reply;
  }
  return asking ? asking.ask(command, input) : refusedHandshake(url);
}

const isHttp = ({ name }: Command) => browserSurface.http.some((command) => command.name === name);

/** The refusal that a user without a session gets instead of a socket. */
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

const people = new WeakMap<TestProduct, Promise<StandingPeople>>();

/** Commands that end the sender's account, so that the person cannot be reused for the next command. */
const isEndOfAccount = ({ name }: Command) => name === auth.accountDelete.name;

function peopleOf(testProduct: TestProduct): Promise<StandingPeople> {
  const known = people.get(testProduct) ?? StandingPeople.join(testProduct);
  people.set(testProduct, known);
  return known;
}

for (const command of [...browserSurface.socket, ...browserSurface.http]) {
  test(`${command.name} answers every standing as its access declares`, async ({ home }) => {
    const verdicts: Record<string, string> = {};
    for (const standing of ['anonymous', ...signedInStandings, 'bot'] as const) {
      const standingPeople = await (isEndOfAccount(command) ? StandingPeople.whoLeave(home) : peopleOf(home));
      const before = await standingPeople.room(fresh());
      const asksAsBot = standing === 'bot';
      const isNobody = standing === 'anonymous' || asksAsBot;
      const row = { ...before, testProduct: home, asking: before.people[isNobody ? 'owner' : standing], asksAsBot };
      const input = await inputs[command.name](row);
      const asking = isNobody ? undefined : row.asking;
      const reply = (await (asksAsBot
        ? before.bot.ask(command.name, input)
        : send(command, input, asking, home.product.url))) as { ok: boolean; error?: { code: string } };
      verdicts[standing] = reply.ok ? 'ok' : (reply.error?.code ?? 'no refusal');
    }
    expect(verdicts).toEqual(command.access);
  });
}

test('a message can be edited by its author, deleted also by moderators, and not addressed through another room', async ({
  home,
}) => {
  const { room, people } = await (await peopleOf(home)).room(fresh());
  const { roomId } = room;
  const elsewhere = (await people.member.must(messaging.roomCreate, { name: fresh(), kind: 'public' })).room.roomId;
  const [byOwner, byMember] = [await said(people.owner, roomId), await said(people.member, roomId)];
  const edit = (msgId: MsgId, room = roomId) => ({ roomId: room, msgId, revision: 0, text: 'Mine now.' });

  const forbidden = { ok: false, error: { code: 'forbidden' } };
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await people.member.ask(messaging.msgEdit, edit(byOwner.msgId))).toMatchObject(forbidden);
  expect(await people.owner.ask(messaging.msgEdit, edit(byMember.msgId))).toMatchObject(forbidden);
  expect(await people.member.ask(messaging.msgDelete, { roomId, msgId: byOwner.msgId })).toMatchObject(forbidden);
  for (const { msgId } of [byOwner, byMember]) {
    const message = { roomId: elsewhere, msgId };
    expect(await people.member.ask(messaging.msgEdit, edit(msgId, elsewhere))).toMatchObject(notFound);
    expect(await people.member.ask(messaging.msgDelete, message)).toMatchObject(notFound);
    expect(await people.member.ask(messaging.msgHistory, message)).toMatchObject(notFound);
  }
  await people.owner.must(messaging.msgDelete, { roomId, msgId: byMember.msgId, reason: 'Off topic' });
});

test('private rooms are hidden from non-members in every command', async ({ home }) => {
  const { room, people } = await (await peopleOf(home)).room(fresh());
  await people.owner.must(messaging.msgSend, {
    roomId: room.roomId,
    clientMsgId: fresh(),
    text: 'xyzzy secret',
  });
  for (const outsider of [people.stranger, people.formerMember, people.banned, people.admin]) {
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
