import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { OperatorError } from '@devchitchat/service-kit';
import { exportsAmong, surveyOf } from './exports.files';
import { filesIn, namesOf } from './folder.files';
import { messagesFor } from './message';
import { Messages } from './messages.files';

const golden = join(import.meta.dirname, 'golden');
const name = 'woodworkers-workshop.json';
const text = readFileSync(join(golden, name), 'utf8');
const nobody = () => undefined;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());
const put = (file: string, content: string) => {
  mkdirSync(dirname(join(folder.path, file)), { recursive: true });
  writeFileSync(join(folder.path, file), content);
};
const exported = async () => exportsAmong((await filesIn(folder.path)).files);
const survey = async () => surveyOf((await exported()).files, nobody);

/** An export of these messages, as the golden one in all else. */
function part(ids: readonly number[], { content, exportedAt, channel }: Partial<Record<string, string>> = {}) {
  const { messages, ...head } = JSON.parse(text) as { messages: object[]; channel: object };
  return JSON.stringify({
    ...head,
    ...(exportedAt && { exportedAt }),
    ...(channel && { channel: { ...head.channel, id: channel } }),
    messages: ids.map((id) => ({ ...messages[0], id: String(id), ...(content && { content }) })),
  });
}

/** The surveyed messages in the order of their import. */
async function imported() {
  const { files } = await exported();
  const { channels } = await surveyOf(files, nobody);
  await using messages = new Messages(files);
  const said = [];
  for (const channel of channels) {
    for (const position of channel.positions()) {
      const { id, content } = await messages.at(position);
      said.push([Number(id), content]);
    }
  }
  return said;
}

it('an export of DiscordChatExporter is read', async () => {
  const { files } = await exportsAmong((await filesIn(golden)).files);
  let bytes = 0;
  const { channels, people } = await surveyOf(files, (more) => (bytes += more));
  expect(bytes).toBe(Buffer.byteLength(text));
  expect([...people.values()].map((person) => person.name)).toEqual(['nelly.wood', 'Otto', 'øyvind', 'Wood Price Bot']);
  const channel = channels[0]!;
  expect(channel).toMatchObject({ messages: 3, notices: 1, leftOutPins: 0, head: { name: 'workshop' } });
  const handles = new Map([
    ['80351110224678912', 'nelly-wood'],
    ['80351110224678913', 'Otto'],
  ]);
  const texts = [];
  await using messages = new Messages(files);
  for (const position of channel.positions()) {
    const brought = messagesFor(await messages.at(position), {
      handleOf: (id) => handles.get(id),
      channelName: nobody,
      authorOf: (id) => channel.authorOf(id),
      isPinned: (id) => channel.pins.has(id),
    });
    texts.push(...brought.map(({ text: said, replyTo, pinned }) => ({ said, to: replyTo?.id, pinned })));
  }
  expect(texts).toMatchObject([
    {
      said: `Who has a **spare** clamp? @Otto you do, don't you :sweat: see #channel
📎 [bench (1).jpg](https://cdn.discordapp.com/attachments/1/2/bench%20%281%29.jpg), 312 kB
*Reactions: :sweat: 3*`,
      pinned: true,
    },
    { said: 'I have, @nelly-wood', to: '334385199974967042', pinned: false },
    { said: '> [Oak](https://example.org/oak)\n> 41 a board\n> up by 2' },
  ]);
});

it('the parts of a channel are merged in the order of their messages', async () => {
  put('w [part 10].json', part([30, 31]));
  put('w [part 2].json', part([20]));
  put('w.json', part([9, 10]));
  expect((await imported()).map(([id]) => id)).toEqual([9, 10, 20, 30, 31]);
});

it.each([
  ['the newer export counts, whatever the files are called', '2026-01-02', '2026-01-01', 'a'],
  ['and the other way around', '2026-01-01', '2026-01-02', 'b'],
])('overlapping exports of a channel are merged: %s', async (_what, first, second, newer) => {
  put('a.json', part([1, 2, 3], { exportedAt: first, content: 'a' }));
  put('b.json', part([4, 3, 2], { exportedAt: second, content: 'b' }));
  expect(await imported()).toEqual([
    [1, 'a'],
    [2, newer],
    [3, newer],
    [4, 'b'],
  ]);
  expect((await survey()).channels).toMatchObject([{ messages: 4, repeated: 2 }]);
});

it('a long export with the latest message first is read from its end', async () => {
  const ids = Array.from({ length: 3_000 }, (_, at) => at + 1);
  put('reversed.json', part(ids.toReversed(), { content: 'w'.repeat(900) }));
  expect((await imported()).map(([id]) => id)).toEqual(ids);
});

it('sub-folders are read, other files named, and attachments left alone', async () => {
  put('Wood/general.JSON', part([1]));
  put('Wood/_threads/help.json', part([2], { channel: '2' }));
  put('Wood/general.json_Files/config.json', '{ broken');
  put('.hidden.json', '{ broken');
  put('__MACOSX/._general.json', 'binary');
  put('notes.txt', 'hello');
  put('package.json', '{ "name": "x", "messages": ["a"] }');
  const { others } = await filesIn(folder.path);
  expect(others.map((path) => basename(path)).sort()).toEqual(['general.json_Files', 'notes.txt']);
  const { files, others: otherJson } = await exported();
  expect(files.map(({ path }) => basename(path)).sort()).toEqual(['general.JSON', 'help.json']);
  expect(namesOf(otherJson)).toBe('package.json');
  expect((await survey()).channels.map(({ head }) => head.id)).toEqual(['2', '417719834231']);
  expect(await filesIn(join(folder.path, 'notes.txt'))).toEqual({
    files: [join(folder.path, 'notes.txt')],
    others: [],
  });
});

it('a channel is called as in its latest export', async () => {
  put('a.json', part([1], { exportedAt: '2026-01-02' }).replace('workshop', 'wood-shop'));
  put('b.json', part([1], { exportedAt: '2026-01-01' }));
  expect((await survey()).channels).toMatchObject([{ head: { name: 'wood-shop' } }]);
});

it.each([
  ['is no JSON', text.replace('"isPinned": true', '"isPinned": tru'), /line 18: this is not valid JSON/],
  ['is cut off', text.slice(0, 2_000), /ends in the middle/],
  ['is of another kind', '{"guild": 4, "messages": []}', /line 1: "guild" /],
  ['has a message without an author', text.replace('"author"', '"writer"'), /line 18: "author" /],
  ['has an id that is none', text.replace('334385199974967042', '99999999999999999999'), /line 18: "id" is not an id/],
  ['is empty', '', /it is empty/],
  ['is a page', '<!DOCTYPE html>', /it is not JSON/],
  ['is two in one', text + text, /something follows its end/],
])('says in which file and where, when one %s', async (_what, content, reason) => {
  cpSync(golden, folder.path, { recursive: true });
  put('broken.json', content);
  await expect(survey()).rejects.toThrow(OperatorError);
  await expect(survey()).rejects.toThrow(reason);
  await expect(survey()).rejects.toThrow(join(folder.path, 'broken.json'));
});

it('a folder without exports is refused', async () => {
  await expect(filesIn(folder.path)).rejects.toThrow('no .json file');
  put('general.html', '<!DOCTYPE html>');
  await expect(filesIn(folder.path)).rejects.toThrow('only general.html');
  await expect(filesIn(join(folder.path, 'nowhere'))).rejects.toThrow('not a readable folder');
});
