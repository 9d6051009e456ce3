import { messagingCommands as messaging, type FileId, type Message, type RoomId } from '@devchitchat/contracts';
import { ApiClient } from './support/api-client';
import { FileClient } from './support/file-client';
import { eventually } from './support/eventually';
import { expect, test, type TestProduct } from './support/fixtures';
import { fresh } from './support/matrix-inputs';
import { signedInStandings, StandingPeople } from './support/standings';

const notes = { name: 'notes.txt', bytes: Buffer.from('Only for us.') };

const fileOf = ({ files }: Message): FileId => {
  const fileId = files?.[0]?.fileId;
  if (!fileId) throw new Error('The message has no file.');
  return fileId;
};

test('a file is read, and written to, only by those who may', async ({ home }) => {
  const { room, people } = await (await StandingPeople.whoLeave(home)).room(fresh());
  const owner = new FileClient(people.owner);
  const sent = fileOf(await owner.send(room.roomId, 'Look', notes));
  const input = { roomId: room.roomId, clientFileId: fresh(), name: 'more.txt', size: 4 };
  const { fileId: open } = await people.owner.must(messaging.fileBegin, input);

  const verdicts: Record<string, readonly [read: number, write: string]> = {};
  for (const standing of signedInStandings) {
    const theirs = new FileClient(people[standing]);
    const written = await theirs.put(open, Buffer.from('mine'));
    verdicts[standing] = [await theirs.status(sent), written.ok ? 'ok' : written.error.code];
  }
  const nobody = await fetch(`${home.product.url}/api/files/${sent}/original`);

  const may = [200, 'not_found'];
  const mayNot = [404, 'not_found'];
  expect(verdicts).toEqual({
    stranger: mayNot,
    formerMember: mayNot,
    banned: mayNot,
    member: may,
    muted: may,
    mod: may,
    owner: [200, 'ok'],
    admin: mayNot,
  });
  expect(nobody.status).toBe(401);
  expect(await owner.status('f_0000000000000000')).toBe(404);
  expect((await owner.get(sent, 'original', { 'sec-fetch-site': 'cross-site' })).status).not.toBe(200);
  expect(await owner.put(open, Buffer.from('mine'), 0, { origin: 'https://elsewhere.example' })).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});

test('a file is used once, by its uploader, in the room it was uploaded for', async ({ home }) => {
  const [ada, bob] = [await newcomer(home), await newcomer(home)];
  const roomId = await roomOf(ada, bob);
  const elsewhere = await roomOf(ada, bob);
  const mine = new FileClient(ada);
  const fileId = await mine.upload(roomId, notes);
  const send = (who: ApiClient, to: RoomId) =>
    who.ask(messaging.msgSend, { roomId: to, clientMsgId: fresh(), text: '', files: [{ fileId }] });
  const refused = { ok: false, error: { reason: 'file.not_uploaded' } };

  expect(await mine.status(fileId)).toBe(404);
  expect(await send(bob, roomId)).toMatchObject(refused);
  expect(await send(ada, elsewhere)).toMatchObject(refused);
  expect(await send(ada, roomId)).toMatchObject({ ok: true, value: { text: '', files: [{ name: 'notes.txt' }] } });
  expect(await send(ada, roomId)).toMatchObject(refused);
  expect(await new FileClient(bob).status(fileId)).toBe(200);
});

test('whoever loses the right to a message loses its file within a second, on both gateways', async ({
  doubled,
  anotherGateway,
}) => {
  const [ada, bob] = [await newcomer(doubled), await newcomer(doubled)];
  const roomId = await roomOf(ada, bob);
  const mine = new FileClient(ada);
  const theirs = [new FileClient(bob), new FileClient(bob, anotherGateway)];
  const statuses = (fileId: FileId) => Promise.all(theirs.map((client) => client.status(fileId)));
  const [kept, deleted] = [fileOf(await mine.send(roomId, 'One', notes)), await mine.send(roomId, 'Two', notes)];
  expect(await statuses(kept)).toEqual([200, 200]);
  expect(await statuses(fileOf(deleted))).toEqual([200, 200]);

  await ada.must(messaging.msgDelete, { roomId, msgId: deleted.msgId });
  expect(await statuses(fileOf(deleted))).toEqual([404, 404]);
  expect(await mine.status(fileOf(deleted))).toBe(404);

  await ada.must(messaging.memberKick, { roomId, userId: bob.user.userId });
  expect(await statuses(kept)).toEqual([404, 404]);

  // Back, but only from now on.
  await ada.must(messaging.roomMemberAdd, { roomId, userId: bob.user.userId, history: 'from_now' });
  expect(await statuses(kept)).toEqual([404, 404]);
  const later = fileOf(await mine.send(roomId, 'Three', notes));
  expect(await statuses(later)).toEqual([200, 200]);

  await ada.must(messaging.roomDelete, { roomId });
  expect(await statuses(later)).toEqual([404, 404]);
});

async function newcomer(testProduct: TestProduct): Promise<ApiClient> {
  return ApiClient.join(await testProduct.invite(), `f-${fresh().slice(0, 8)}`);
}

async function roomOf(owner: ApiClient, member: ApiClient): Promise<RoomId> {
  const { room } = await owner.must(messaging.roomCreate, { name: fresh(), kind: 'private' });
  await eventually('a member', async () => {
    const added = await owner.ask(messaging.roomMemberAdd, { roomId: room.roomId, userId: member.user.userId });
    return added.ok || undefined;
  });
  return room.roomId;
}
