import { authCommands as auth, messagingCommands as messaging } from '@devchitchat/contracts';
import { ApiClient, post } from './support/api-client';
import { eventually, promptly } from './support/eventually';
import { expect, test } from './support/fixtures';

const removals = { kick: messaging.memberKick, ban: messaging.memberBan };

for (const way of ['kick', 'ban'] as const) {
  test(`after a ${way} no gateway delivers anything of the room to the person’s sockets`, async ({
    doubled: home,
    anotherGateway,
  }) => {
    const link = await home.invite(2);
    const owner = await ApiClient.join(link, `${way}-owner`);
    const witness = await ApiClient.connect(anotherGateway, owner.cookie, owner.user);
    const gone = await ApiClient.join(link, `${way}-gone`);
    const elsewhere = await ApiClient.connect(anotherGateway, gone.cookie, gone.user);
    const { roomId } = (await owner.must(messaging.roomCreate, { name: `${way} vault`, kind: 'private' })).room;
    const { userId } = gone.user;
    await owner.must(messaging.roomMemberAdd, { roomId, userId });
    let said = 0;
    const send = () => {
      said += 1;
      return owner.must(messaging.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text: `xyzzy ${said}` });
    };
    await send();
    for (const socket of [gone, elsewhere]) {
      await eventually('the first message', () => socket.heard(roomId).length === 1 || undefined);
    }

    await owner.must(removals[way], { roomId, userId });
    await send();
    for (const socket of [gone, elsewhere]) {
      expect(await socket.ask(messaging.msgList, { roomId })).toMatchObject({ error: { code: 'not_found' } });
      expect((await socket.must(messaging.searchQuery, { text: 'xyzzy' })).hits).toEqual([]);
      expect((await socket.must(messaging.sync, { rooms: [{ roomId, after: 0 }] })).gone).toEqual([roomId]);
      expect(await socket.ask(messaging.roomJoin, { roomId })).toMatchObject({ error: { code: 'not_found' } });
    }
    await send();
    for (const socket of [owner, witness]) {
      await eventually('the last message', () => socket.heard(roomId).at(-1)?.body.seq === said || undefined);
    }
    for (const socket of [gone, elsewhere]) {
      // Its answer arrives after everything that its gateway sent before.
      await socket.lobby();
      const heard = socket.events.filter(({ scope }) => scope.id === roomId).map(({ type }) => type);
      expect(heard).toEqual(['member.joined', 'message.sent', way === 'kick' ? 'member.kicked' : 'member.banned']);
      socket.close();
    }
    expect(owner.heard(roomId)).toHaveLength(said);
    for (const socket of [owner, witness]) socket.close();
  });
}

test('no gateway delivers to or accepts a revoked session', async ({ doubled: home, anotherGateway }) => {
  const link = await home.invite(2);
  const speaker = await ApiClient.join(link, 'revoked-speaker');
  const here = await ApiClient.join(link, 'revoked-gone');
  const elsewhere = await ApiClient.connect(anotherGateway, here.cookie, here.user);
  const { roomId } = (await speaker.must(messaging.roomCreate, { name: 'revoked', kind: 'public' })).room;
  await here.must(messaging.roomJoin, { roomId });
  const send = (text: string) => speaker.must(messaging.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text });
  await send('for both');
  for (const socket of [here, elsewhere]) {
    await eventually('the first message', () => socket.heard(roomId).length === 1 || undefined);
  }

  // A revoked session is not asked to reconnect.
  let gone = 0;
  for (const { socket } of [here, elsewhere]) socket.once('disconnect', () => (gone += 1));
  const { sessions } = await here.must(auth.sessionList, {});
  const own = sessions.find(({ current }) => current);
  if (!own) throw new Error('A device does not find itself among its own.');
  await here.ask(auth.sessionRevoke, { sessionId: own.sessionId });
  await promptly(
    'the end of both sockets',
    () => gone === 2 || undefined,
    1_000,
    () => speaker.lobby(),
  );
  await send('for nobody there');
  for (const url of [home.product.url, anotherGateway]) {
    const { reply } = await post(url, auth.signOut, {}, { cookie: here.cookie });
    expect(reply).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  }
  for (const socket of [here, elsewhere]) {
    expect(socket.heard(roomId).map(({ content }) => content?.text)).toEqual(['for both']);
    socket.close();
  }
  await eventually('the second message', () => speaker.heard(roomId).length === 2 || undefined);
  speaker.close();
});
