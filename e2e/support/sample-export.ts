import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';

export interface SampleOptions {
  readonly channel: string;
  readonly messages: number;
  readonly people?: number;
  /** Random seed: the same number generates the same export. */
  readonly seed?: number;
  /** The time of the last message. */
  readonly until?: number;
}

/** Discord's epoch. An id holds the milliseconds since then in its upper bits. */
const discordEpoch = 1_420_070_400_000;
const snowflakeOf = (ts: number, count: number): string =>
  ((BigInt(ts - discordEpoch) << 22n) | BigInt(count % 4_096)).toString();

/**
 * Generates an export as DiscordChatExporter writes it: conversations with replies, reactions, edits, code and links,
 * and some texts that are hard to lay out. Streams it, so it may have any size.
 *
 * @returns the path of the file
 */
export async function writeSampleExport(folder: string, options: SampleOptions): Promise<string> {
  const { channel, messages, people = 24, seed = 7, until = Date.UTC(2026, 10, 20, 18) } = options;
  const random = seededRandom(seed);
  const channelId = snowflakeOf(
    until - 10 * 365 * day,
    seed + Array.from(channel).reduce((sum, sign) => sum + sign.charCodeAt(0), 0),
  );
  const everybody = Array.from({ length: people }, (_, at) => personOf(at, until));
  await mkdir(folder, { recursive: true });
  const path = join(folder, `Sample - ${channel} [${channelId}].json`);
  const out = createWriteStream(path);
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const head = {
    guild: { id: '197038439483310086', name: 'Sample', iconUrl: '' },
    channel: {
      id: channelId,
      type: 'GuildTextChat',
      category: null,
      name: channel,
      topic: 'Made up, from beginning to end',
    },
    exportedAt: new Date(until).toISOString(),
  };
  await write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "messages": [\n`);
  const moments = momentsOf(messages, until, random);
  const talk = new Talk(everybody, random);
  for (let at = 0; at < messages; at++) {
    const said = talk.next(at, moments[at] ?? until);
    await write(`    ${JSON.stringify(said)}${at < messages - 1 ? ',' : ''}\n`);
  }
  await write(`  ],\n  "messageCount": ${String(messages)}\n}\n`);
  out.end();
  await once(out, 'finish');
  return path;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Timestamps, oldest first: seconds between messages, hours between conversations, and pauses at night. */
function momentsOf(count: number, until: number, random: () => number): readonly number[] {
  const moments = new Array<number>(count);
  let ts = until;
  for (let at = count - 1; at >= 0; at--) {
    moments[at] = Math.floor(ts);
    const isPause = random() < 0.02;
    ts -= isPause ? (1 + random() * 12) * hour : (2 + random() * random() * 170) * 1_000;
    const hourOfDay = new Date(ts).getUTCHours();
    if (hourOfDay < 7) ts -= (hourOfDay + 2) * hour;
  }
  return moments;
}

interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly isBot: boolean;
}

const names = [
  'Nelly',
  'Otto',
  'Øyvind',
  'Zoë',
  'Amara',
  'Kenji',
  'Priya',
  'Luca',
  'Freya',
  'Mateo',
  'Ingrid',
  'Tomasz',
  'Leila',
  'Bartholomew Featherstonehaugh-Cholmondeley',
  'דנה',
  'さくら',
  'Ravi',
  'Elif',
  'Jonas',
  'Chiara',
];

function personOf(at: number, until: number): SamplePerson {
  const round = Math.floor(at / names.length);
  const name = names[at % names.length] ?? 'Nobody';
  const number = round === 0 ? '' : ` ${String(round + 1)}`;
  return { id: snowflakeOf(until - 11 * 365 * day, at), name: `${name}${number}`, nickname: null, isBot: at === 11 };
}

interface Said {
  readonly id: string;
  readonly author: SamplePerson;
}

/** Generates the next message: author, text and the message it replies to. */
class Talk {
  private speaker: SamplePerson | undefined;
  private recent: Said[] = [];

  constructor(
    private readonly everybody: readonly SamplePerson[],
    private readonly random: () => number,
  ) {}

  next(at: number, ts: number) {
    const author = this.speaker && this.random() < 0.45 ? this.speaker : this.pick(this.everybody);
    this.speaker = author;
    const id = snowflakeOf(ts, at);
    const answered = this.random() < 0.12 ? this.pick(this.recent) : undefined;
    const mentioned = this.random() < 0.05 ? this.pick(this.everybody) : undefined;
    const text = this.text(at);
    const said = {
      id,
      type: answered ? 'Reply' : 'Default',
      timestamp: new Date(ts).toISOString(),
      timestampEdited: this.random() < 0.04 ? new Date(ts + 2 * minute).toISOString() : null,
      isPinned: this.random() < 0.0005,
      content: mentioned ? `<@${mentioned.id}> ${text}` : text,
      author,
      attachments: [],
      embeds: [],
      stickers: [],
      reactions:
        this.random() < 0.1 ? this.reactions(this.random() < 0.04 ? 16 : 1 + Math.floor(this.random() * 3)) : [],
      mentions: mentioned ? [mentioned] : [],
      ...(answered && { reference: { messageId: answered.id } }),
    };
    this.recent = [...this.recent.slice(-40), { id, author }];
    return said;
  }

  private text(at: number): string {
    if (at % 211 === 210) return this.pick(hardToShow);
    if (at % 41 === 40) return this.pick(code);
    if (at % 23 === 22) return this.pick(['🎉', '😂😂', '👍', '🪵🔥', 'ok', 'lol']);
    const count = 1 + Math.floor(this.random() * this.random() * 4);
    return Array.from({ length: count }, () => this.sentence()).join(this.random() < 0.1 ? '\n\n' : ' ');
  }

  private sentence(): string {
    return `${this.pick(openings)} ${this.pick(subjects)} ${this.pick(endings)}`;
  }

  private reactions(kinds: number) {
    return emojis.slice(0, kinds).map((name) => {
      const first = Math.floor(this.random() * this.everybody.length);
      const users = this.everybody.slice(first, first + 1 + Math.floor(this.random() * 4));
      return { emoji: { id: null, name }, count: users.length, users };
    });
  }

  private pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.random() * values.length)] as Value;
  }
}

const openings = [
  'I think',
  'Did anyone see that',
  'Yesterday I noticed that',
  'It turns out',
  'Can we agree that',
  'No idea why, but',
  'Good news:',
  'For the record,',
  'I still hope',
  'Wait,',
];
const subjects = [
  'the new build',
  'the old laptop',
  'our little server',
  'that recipe',
  'the second screw',
  'the bread from Sunday',
  'my bike',
  'the long table',
  'this keyboard',
  'the evening train',
  'the **green** paint',
  'that film',
];
const endings = [
  'works now.',
  'is *much* better than before.',
  'needs another look.',
  'was never the problem.',
  'makes a strange noise.',
  'could wait until Friday.',
  'is back in stock: https://example.org/things?id=42',
  'broke again, of course.',
  'deserves a `README`.',
  'is done!',
  'was worth it, was it not?',
  'goes to whoever asks first.',
];
const emojis = ['👍', '🎉', '😂', '❤️', '🔥', '👀', '🙏', '🚀', '💯', '✅', '🤔', '😮', '😢', '🥳', '🪵', '🍞'];
const code = [
  '```ts\nexport const answer = (question: string): number =>\n  question.length > 0 ? 42 : Number.NaN; // a line that is longer than any telephone is wide, so that it has to scroll\n```',
  '```\n$ npm start\nFirst admin: http://localhost:8080/#/invite/…\n```',
  'Try `git rebase --onto main topic~3 topic`, then push.',
];
const hardToShow = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  `https://example.org/${'a-very-long-path/'.repeat(14)}?with=a&query=string`,
  'שלום לכולם, איך עבר הסוף שבוע? אני חושב שהשולחן הארוך מוכן (long table) עד מחר.',
  'مرحبا بالجميع، هل رأى أحدكم الطاولة الطويلة؟',
  '> A quote that somebody made\n> of two lines\n\n- and a list\n- of things\n\n||and a spoiler||',
  'おはようございます。長いテーブルは明日までに出来上がると思います。'.repeat(4),
  '👩‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈🇳🇴',
];

/** Mulberry32: small, fast, and the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
