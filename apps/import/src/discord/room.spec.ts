import { limits, roomName, topic } from '@devchitchat/contracts';
import type { ExportedChannel } from './export';
import { kindsOf, roomNameFor, topicFor, type Privately } from './room';

const nameOf = (name: string) => roomNameFor({ id: '417719000043', name });

describe('the name of an imported room', () => {
  it.each([
    ['workshop', 'workshop'],
    ['علی‌رضا', 'علی‌رضا'],
    ['🏳️‍🌈-pride', '🏳️‍🌈-pride'],
    [`${'w'.repeat(63)}👩‍👩‍👧`, 'w'.repeat(63)],
    [`${'w'.repeat(63)}🪵x`, `${'w'.repeat(63)}🪵`],
    ['\u3164\u200b', 'channel-000043'],
  ])('%j is %j', (name, expected) => {
    expect(nameOf(name)).toBe(expected);
    expect(roomName.safeParse(nameOf(name)).data).toBe(expected);
  });
});

it.each([255, 256, 257, 1_024])('a topic of %i characters is cut, not lost', (length) => {
  const about = `${'t'.repeat(length - 1)}🪵`;
  const cut = topicFor({ topic: about });
  expect(topic.safeParse(cut).data).toBe(cut);
  expect(cut).toBe(length <= limits.topicLength ? about : `${'t'.repeat(255)}…`);
});

describe('the kind of an imported room', () => {
  const channel = (id: string, name: string, more: Partial<ExportedChannel> = {}): ExportedChannel => ({
    id,
    type: 'GuildTextChat',
    name,
    ...more,
  });
  const channels = [
    channel('1', 'general', { category: 'Everyone' }),
    channel('2', 'mods', { category: 'Staff' }),
    channel('3', 'a thread', { type: 'GuildPublicThread', category: 'mods', categoryId: '2' }),
    channel('4', 'a private thread', { type: 'GuildPrivateThread', category: 'general', categoryId: '1' }),
    channel('5', 'otto', { type: 'DirectTextChat', category: 'Private' }),
    channel('6', 'otto, nelly', { type: 'DirectGroupTextChat', category: 'Group' }),
    channel('7', 'otto', { type: '1' }),
  ];
  const privateOnes = (wanted: Privately) => {
    const kinds = kindsOf(channels, wanted);
    return channels.filter((each) => kinds.of(each) === 'private').map(({ id }) => Number(id));
  };

  it.each<[string, Privately, readonly number[]]>([
    ['nothing: direct messages and private threads', [], [4, 5, 6, 7]],
    ['everything', 'all', [1, 2, 3, 4, 5, 6, 7]],
    ['a channel: its threads, too', ['#Mods'], [2, 3, 4, 5, 6, 7]],
    ['a category', ['staff'], [2, 3, 4, 5, 6, 7]],
    ['a pattern', ['gen*'], [1, 4, 5, 6, 7]],
    ['a pattern is nothing but `*`', ['gen.r.l', 'm[o]ds'], [4, 5, 6, 7]],
  ])('private if wanted of %s', (_what, wanted, expected) => expect(privateOnes(wanted)).toEqual(expected));

  it('names what fits nothing', () => expect(kindsOf(channels, ['stuff', 'mods']).unknown).toEqual(['stuff']));
});
