import type { FileFacts } from '@devchitchat/contracts';
import { ada, bob } from '../testing/people';
import { SearchedRooms } from '../testing/searched-rooms';
import { tablesOf } from '../testing/tables';
import { notes, photo } from '../testing/uploads';

let rooms: SearchedRooms;
let messaging: SearchedRooms['messaging'];
let kitchen: SearchedRooms['kitchen'];

beforeEach(async () => {
  rooms = await SearchedRooms.open();
  ({ messaging, kitchen } = rooms);
});

afterEach(() => rooms[Symbol.asyncDispose]());

const video: FileFacts = { kind: 'video', type: 'video/mp4', bytes: 4 };
const song: FileFacts = { kind: 'audio', type: 'audio/ogg', bytes: 4 };

/** Sends a message of ada with one file. */
async function sendFile(text: string, facts: FileFacts, name: string, alt?: string, roomId = kitchen): Promise<void> {
  const fileId = await messaging.files.upload(messaging.as(ada), roomId, facts, name);
  const clientMsgId = `c-${name}` as Parameters<typeof messaging.on.messages.sendMessage>[0]['clientMsgId'];
  const files = [{ fileId, ...(alt !== undefined && { alt }) }];
  const reply = await messaging.on.messages.sendMessage({ roomId, clientMsgId, text, files }, messaging.as(ada));
  expect(reply).toMatchObject({ ok: true });
}

const snippets = async (text: string) => (await rooms.answer(ada, text)).hits.map(({ snippet }) => snippet);

describe('names and descriptions of files', () => {
  it('are found like words of the message, and marked after its text', async () => {
    await sendFile('look', photo, 'IMG_2034.png', 'A sleeping cat');
    expect(await snippets('2034')).toEqual(['look · IMG_\u00012034\u0002.png · A sleeping cat']);
    expect(await snippets('look cat')).toEqual(['\u0001look\u0002 · IMG_2034.png · A sleeping \u0001cat\u0002']);
    expect(await snippets('leepi')).toHaveLength(1);
    expect(await snippets('dog')).toEqual([]);
  });

  it('are found without a text', async () => {
    await sendFile('', notes, 'budget.xlsx');
    expect(await snippets('budg')).toEqual(['\u0001budget\u0002.xlsx']);
  });

  it('stay with an edited message, and leave with a deleted one', async () => {
    await sendFile('soup', notes, 'budget.xlsx');
    await messaging.edit(ada, messaging.messagesIn(kitchen)[0]!, 'bread');
    expect(await snippets('budget bread')).toHaveLength(1);
    expect(await snippets('soup')).toEqual([]);
    await messaging.delete(ada, messaging.messagesIn(kitchen)[0]!);
    expect(await snippets('budget')).toEqual([]);
    expect(await snippets('has:file')).toEqual([]);
    expect(tablesOf(messaging.database.sqlite)).toMatchObject({ words: [], parts: [] });
  });
});

describe('has:', () => {
  it('finds messages by the kinds of their files, newest first', async () => {
    await rooms.send('plain');
    await sendFile('a picture', photo, 'a.png');
    await sendFile('a film', video, 'b.mp4');
    await sendFile('a song', song, 'c.ogg');
    await sendFile('a list', notes, 'd.txt');
    expect(await rooms.found(ada, 'has:image')).toEqual(['a picture']);
    expect(await rooms.found(ada, 'has:Video')).toEqual(['a film']);
    expect(await rooms.found(ada, 'has:audio')).toEqual(['a song']);
    expect(await rooms.found(ada, 'has:file')).toEqual(['a list', 'a song', 'a film', 'a picture']);
    expect(await rooms.found(ada, 'has:file song')).toEqual(['a song']);
  });

  it('finds files only for those who see the message', async () => {
    const { hall } = rooms;
    await sendFile('before bob', photo, 'a.png', undefined, hall);
    await messaging.on.rooms.addMember({ roomId: hall, userId: bob, history: 'from_now' }, messaging.as(ada));
    await sendFile('with bob', photo, 'b.png', undefined, hall);
    expect(await rooms.found(ada, 'has:image')).toEqual(['with bob', 'before bob']);
    expect(await rooms.found(bob, 'has:image')).toEqual(['with bob']);
    expect(await rooms.found(bob, 'png')).toEqual(['with bob']);
  });
});
