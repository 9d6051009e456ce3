import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomPhrase } from './random-phrases';
import { Random } from './seeded-random';

/** A message as it has to arrive. `{@id}` in its text stands for the handle of a person. */
export interface SaidThere {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly saidAt: number;
  readonly editedAt: number | null;
  readonly replyTo: string | null;
  /** Person and emoji. */
  readonly reactions: readonly (readonly [string, string])[];
  readonly pinned: boolean;
}

export interface ChannelThere {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Without notices, oldest first. */
  readonly said: readonly SaidThere[];
}

/** A made-up server, in the form in which it has to arrive. */
export interface ServerThere {
  readonly seed: number;
  readonly channels: readonly ChannelThere[];
}

/** Versions of the exporter by what they write; each also writes what the earlier ones do. */
const versions = ['plain', 'stickers', 'reactors', 'forwards'] as const;
type Version = (typeof versions)[number];

interface PersonThere {
  readonly id: string;
  readonly name: string;
  readonly nickname: string;
  readonly isBot: boolean;
}

const names = [
  'nelly.wood',
  'Otto',
  'sam',
  'علی‌رضا',
  'さくら',
  'x',
  '..',
  'everyone',
  'øyvind',
  'W'.repeat(40),
  'admin',
];
const nicknames = [
  'Sam',
  'Sam W.',
  'Otto (he)',
  'علی‌رضا',
  '🏳️‍🌈 Kim',
  'さくら',
  '\u3164',
  'a*b',
  '👩‍👩‍👧‍👦'.repeat(9),
  'Samantha',
];
const rooms = [
  'Help',
  'Help',
  'general',
  'lobby',
  'علی‌رضا',
  '🏳️‍🌈-pride',
  `${'w'.repeat(63)}🪵`,
  'HELP',
  'a\nb',
  '#x',
  'n'.repeat(99),
];
const privateTypes = ['DirectTextChat', 'DirectGroupTextChat', 'GuildPrivateThread'];
const types = ['GuildTextChat', 'GuildTextChat', 'GuildPublicThread', 'GuildVoiceChat', ...privateTypes];
const notices = ['GuildMemberJoin', 'ChannelPinnedMessage', 'Call', 'ThreadCreated', '8'];
const emojis = ['👍', '🎉', '❤️', '👩‍🚀'];
const begin = Date.UTC(2019, 4, 19);

/** Makes up a server, writes its exports into a folder and says what they hold. The same seed, the same server. */
export async function writeRandomServer(folder: string, seed: number): Promise<ServerThere> {
  const random = new Random(seed);
  const version = random.of(versions);
  const idOf = (kind: number, number: number) => String(BigInt(seed) * 10_000_000n + BigInt(kind * 1_000_000 + number));
  const people = Array.from({ length: 2 + random.below(5) }, (_, at) => ({
    id: idOf(1, at),
    name: random.of(names),
    nickname: random.of(nicknames),
    isBot: random.below(8) === 0,
  }));
  const channels: ChannelThere[] = [];
  const count = 1 + random.below(4);
  for (let number = 0; number < count; number++) {
    const type = random.of(types);
    const channel = { id: idOf(2, number), name: random.of(rooms), type, category: 'Things', topic: random.of(rooms) };
    const made = new MadeUpMessages(random, version, people, (at) => idOf(3 + number, at));
    // Everybody speaks, so that their accounts can be found by what they said.
    const length = (number === 0 ? people.length : 0) + random.below(12);
    const exported = Array.from({ length }, (_, at) => made.next(at, number === 0 ? people[at] : undefined));
    await writeExports(folder, { random, version, channel, messages: exported });
    channels.push({ id: channel.id, name: channel.name, isPrivate: privateTypes.includes(type), said: made.said });
  }
  return { seed, channels };
}

/** Makes up messages in the exporter's form, and notes what has to arrive. */
class MadeUpMessages {
  readonly said: SaidThere[] = [];

  constructor(
    private readonly random: Random,
    private readonly version: Version,
    private readonly people: readonly PersonThere[],
    private readonly idOf: (at: number) => string,
  ) {}

  next(at: number, speaker = this.random.of(this.people)): object {
    const { random } = this;
    const id = this.idOf(at);
    const saidAt = begin + at * 60_000;
    const common = {
      id,
      timestamp: new Date(saidAt).toISOString().replace('Z', '+00:00'),
      author: this.person(speaker),
    };
    if (at >= this.people.length && random.below(8) === 0) {
      return { ...common, type: random.of(notices), content: 'Joined the server.', isPinned: false };
    }
    const phrase = randomPhrase(random, this.people, this.has('forwards'));
    const editedAt = random.below(4) === 0 ? saidAt + 5_000 : null;
    const replyTo = random.below(4) === 0 ? (this.said.at(-1)?.id ?? null) : null;
    const { known, noted, exported } = this.reactions();
    const pinned = random.below(9) === 0;
    const text = [phrase.arrives, ...(noted === '' ? [] : [`*Reactions: ${noted}*`])].join('\n');
    this.said.push({ id, authorId: speaker.id, text, saidAt, editedAt, replyTo, reactions: known, pinned });
    return {
      ...common,
      type: replyTo === null ? 'Default' : 'Reply',
      timestampEdited: editedAt === null ? null : new Date(editedAt).toISOString(),
      callEndedTimestamp: null,
      isPinned: pinned,
      attachments: [],
      embeds: [],
      ...(this.has('stickers') && { stickers: [] }),
      ...phrase.exported,
      reactions: exported,
      mentions: phrase.mentions.map((person) => this.person(person)),
      ...(replyTo !== null && { reference: { messageId: replyTo, channelId: '1', guildId: '1' } }),
    };
  }

  private has(feature: Version): boolean {
    return versions.indexOf(this.version) >= versions.indexOf(feature);
  }

  private person({ id, name, nickname, isBot = false }: Omit<PersonThere, 'isBot'> & { isBot?: boolean }): object {
    const roles = this.has('reactors') ? { roles: [] } : {};
    return { id, name, discriminator: '0000', nickname, color: null, isBot, ...roles, avatarUrl: 'a.png' };
  }

  private reactions() {
    const chosen = emojis.slice(0, this.random.below(3));
    const users = this.people.slice(0, 1 + this.random.below(this.people.length));
    const namesUsers = this.has('reactors');
    return {
      known: namesUsers ? chosen.flatMap((emoji) => users.map(({ id }) => [id, emoji] as const)) : [],
      noted: namesUsers ? '' : chosen.map((emoji) => `${emoji} ${String(users.length)}`).join(', '),
      exported: chosen.map((name) => ({
        emoji: { id: '', name, isAnimated: false, imageUrl: 'e.svg' },
        count: users.length,
        ...(namesUsers && { users: users.map((user) => this.person(user)) }),
      })),
    };
  }
}

interface ToWrite {
  readonly random: Random;
  readonly version: Version;
  readonly channel: { readonly id: string; readonly name: string };
  readonly messages: readonly object[];
}

/** Writes a channel as one file, in parts, reversed, or as two exports that overlap. */
async function writeExports(folder: string, { random, version, channel, messages }: ToWrite): Promise<void> {
  const middle = random.below(messages.length + 1);
  const overlap = Math.max(0, middle - random.below(3));
  const outdated = (message: object) => ({ ...message, content: 'before an edit', embeds: [] });
  const ways: (readonly [suffix: string, day: number, part: readonly object[]])[][] = [
    [['', 1, messages]],
    [['', 1, messages.toReversed()]],
    [
      ['', 1, messages.slice(0, middle)],
      [' [part 2]', 1, messages.slice(middle)],
    ],
    [
      [' (after)', 2, messages.slice(overlap)],
      ['', 1, [...messages.slice(0, overlap), ...messages.slice(overlap, middle).map(outdated)]],
    ],
    [
      ['', 1, messages],
      [' copy', 1, messages.toReversed()],
    ],
  ];
  // Without its time, the latest export cannot be told from the files of one moment.
  const tells = version !== 'plain';
  for (const [suffix, day, part] of random.of(tells ? ways : ways.filter((_, at) => at !== 3))) {
    const path = join(folder, random.of(['', 'Made up', 'Made up/_threads']), `${channel.id}${suffix}.json`);
    const exportedAt = `2026-01-0${String(day)}T00:00:00+00:00`;
    await mkdir(dirname(path), { recursive: true });
    const head = {
      guild: { id: '0', name: 'Made up', iconUrl: '' },
      channel,
      dateRange: { after: null, before: null },
    };
    const whole = { ...head, ...(tells && { exportedAt }), messages: part, messageCount: part.length };
    await writeFile(path, `${random.of(['', '\ufeff'])}${JSON.stringify(whole, null, random.below(3))}\n`);
  }
}
