import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { OperatorError } from '@devchitchat/service-kit';
import { exportsIn, messagesIn, surveyOf } from './exports.files';
import { messagesFor } from './message';

const golden = join(import.meta.dirname, 'golden');
const name = 'woodworkers-workshop.json';
const text = readFileSync(join(golden, name), 'utf8');
const nobody = () => undefined;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());
const put = (file: string, content: string) => writeFileSync(join(folder.path, file), content);
const survey = async () => surveyOf(await exportsIn(folder.path), nobody);

it('an export of DiscordChatExporter is read', async () => {
  const files = await exportsIn(golden);
  let bytes = 0;
  const { channels, people } = await surveyOf(files, (more) => (bytes += more));
  expect(bytes).toBe(Buffer.byteLength(text));
  expect([...people.values()].map((person) => person.name)).toEqual(['nelly.wood', 'Otto', 'øyvind', 'Wood Price Bot']);
  const channel = channels.get('417719834231')!;
  expect(channel).toMatchObject({ messages: 3, skipped: 1, leftOutPins: 0, head: { name: 'workshop' } });
  const handles = new Map([
    ['80351110224678912', 'nelly-wood'],
    ['80351110224678913', 'Otto'],
  ]);
  const texts = [];
  for await (const message of messagesIn(files)) {
    const brought = messagesFor(message, {
      handleOf: (id) => handles.get(id),
      channelName: nobody,
      authorOf: (id) => channel.authors.get(id),
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
    { said: 'Joined the server.' },
    { said: 'I have, @nelly-wood', to: '334385199974967042', pinned: false },
    { said: '> [Oak](https://example.org/oak)\n> 41 a board\n> up by 2' },
  ]);
});

it('the parts of a channel are merged in the order of their numbers', async () => {
  const part = (ids: readonly number[]) => {
    const { messages, ...head } = JSON.parse(text) as { messages: object[] };
    return JSON.stringify({ ...head, messages: ids.map((id) => ({ ...messages[0], id: String(id) })) });
  };
  put('w [part 10].json', part([30, 31]));
  put('w [part 2].json', part([20]));
  put('w.json', part([9, 10]));
  const { channels } = await survey();
  expect([...channels.values()].map(({ messages, files }) => [messages, files.length])).toEqual([[5, 3]]);
});

it.each([
  ['is no JSON', text.replace('"isPinned": true', '"isPinned": tru'), /line 18: this is not valid JSON/],
  ['is cut off', text.slice(0, 2_000), /ends in the middle/],
  ['is of another kind', '{"messages": [], "guild": 4}', /line 1: "guild" /],
  ['has a message without an author', text.replace('"author"', '"writer"'), /line 18: "author" /],
  ['runs backwards', text.replace('334385199974967044', '4'), /line 100: messages are latest first/],
])('says in which file and where, when one %s', async (_what, content, reason) => {
  cpSync(golden, folder.path, { recursive: true });
  put('broken.json', content);
  await expect(survey()).rejects.toThrow(OperatorError);
  await expect(survey()).rejects.toThrow(reason);
  await expect(survey()).rejects.toThrow(join(folder.path, 'broken.json'));
});

it('an empty folder is refused', async () => {
  await expect(exportsIn(folder.path)).rejects.toThrow('no .json file');
  await expect(exportsIn(join(folder.path, 'nowhere'))).rejects.toThrow('not a readable folder');
});
