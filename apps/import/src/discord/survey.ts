import { limits } from '@devchitchat/contracts';
import { isSaid, peopleIn, type ExportedChannel, type ExportedMessage, type ExportedPerson } from './export';

/** The position of a message: its file, by number, and its bytes there. */
export interface Position {
  readonly file: number;
  readonly start: number;
  readonly length: number;
}

/**
 * A channel as described by its files, before the import. Has the ids and places of its messages, some thirty bytes each,
 * but not their texts: together, the files may be larger than memory.
 */
export class Channel {
  private rows = 0;
  private ids = new BigUint64Array(64);
  private authors = new BigUint64Array(64);
  private starts = new Float64Array(64);
  private lengths = new Uint32Array(64);
  private files = new Uint32Array(64);
  private flags = new Uint8Array(64);
  private merged: Uint32Array | undefined;

  constructor(public head: ExportedChannel) {}

  take(message: ExportedMessage, { file, start, length }: Position): void {
    if (this.rows === this.ids.length) this.grow();
    const row = this.rows++;
    this.ids[row] = BigInt(message.id);
    this.authors[row] = BigInt(message.author.id);
    [this.starts[row], this.lengths[row], this.files[row]] = [start, length, file];
    this.flags[row] = isSaid(message) ? (message.isPinned ? said | pinned : said) : 0;
    this.merged = undefined;
  }

  /** The positions of what people said, oldest first. A message of several files is the one of the latest. */
  *positions(): Generator<Position, void, undefined> {
    for (const row of this.order) {
      if (!this.is(row, said)) continue;
      yield { file: this.files[row] ?? 0, start: this.starts[row] ?? 0, length: this.lengths[row] ?? 0 };
    }
  }

  /** How many messages people wrote. */
  get messages(): number {
    return this.count((row) => this.is(row, said));
  }

  /** How many messages report events, such as joins. They are skipped. */
  get notices(): number {
    return this.count((row) => !this.is(row, said));
  }

  /** How many messages are in several files, counted once for each file after the first. */
  get repeated(): number {
    return this.rows - this.order.length;
  }

  /** The pinned messages; the latest ones if a room cannot hold all. */
  get pins(): ReadonlySet<string> {
    return new Set(this.pinnedIds.slice(-limits.pinsPerRoom));
  }

  get leftOutPins(): number {
    return Math.max(0, this.pinnedIds.length - limits.pinsPerRoom);
  }

  /** The author of a message, if people wrote it. */
  authorOf(messageId: string): string | undefined {
    const id = BigInt(messageId);
    let [from, to] = [0, this.order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const found = this.ids[this.order[middle] ?? 0] ?? 0n;
      if (found < id) from = middle + 1;
      else to = middle;
    }
    const row = this.order[from];
    return row !== undefined && this.ids[row] === id && this.is(row, said) ? String(this.authors[row]) : undefined;
  }

  private get pinnedIds(): readonly string[] {
    return [...this.order].filter((row) => this.is(row, pinned)).map((row) => String(this.ids[row]));
  }

  /** The rows by id, the last one of those with the same id. */
  private get order(): Uint32Array {
    if (this.merged) return this.merged;
    const { ids } = this;
    const idOf = (row: number) => ids[row] ?? 0n;
    const rows = Uint32Array.from({ length: this.rows }, (_, row) => row).sort((a, b) => {
      const [left, right] = [idOf(a), idOf(b)];
      return left < right ? -1 : left > right ? 1 : a - b;
    });
    this.merged = rows.filter((row, at) => at === rows.length - 1 || idOf(row) !== idOf(rows[at + 1] ?? 0));
    return this.merged;
  }

  private is(row: number, flag: number): boolean {
    return ((this.flags[row] ?? 0) & flag) !== 0;
  }

  private count(isCounted: (row: number) => boolean): number {
    return this.order.reduce((sum, row) => sum + (isCounted(row) ? 1 : 0), 0);
  }

  private grow(): void {
    const twice = <Column extends { set(from: Column): void }>(from: Column, to: Column): Column => {
      to.set(from);
      return to;
    };
    const size = this.rows * 2;
    this.ids = twice(this.ids, new BigUint64Array(size));
    this.authors = twice(this.authors, new BigUint64Array(size));
    this.starts = twice(this.starts, new Float64Array(size));
    this.lengths = twice(this.lengths, new Uint32Array(size));
    this.files = twice(this.files, new Uint32Array(size));
    this.flags = twice(this.flags, new Uint8Array(size));
  }
}

const [said, pinned] = [1, 2];

/** Facts about a folder of exports that are needed before the first message is imported. */
export class Survey {
  /** Oldest first, so that rooms of the same name are numbered in that order. */
  get channels(): readonly Channel[] {
    return [...this.byId.values()].sort((a, b) => (BigInt(a.head.id) < BigInt(b.head.id) ? -1 : 1));
  }

  readonly people = new Map<string, ExportedPerson>();
  private readonly byId = new Map<string, Channel>();

  /** The channel of a file, described as in the latest of its files. */
  channel(head: ExportedChannel): Channel {
    const channel = this.byId.get(head.id) ?? new Channel(head);
    channel.head = head;
    this.byId.set(head.id, channel);
    return channel;
  }

  named(id: string): string | undefined {
    return this.byId.get(id)?.head.name;
  }

  /** Records people under the name they used last. */
  note(message: ExportedMessage): void {
    if (!isSaid(message)) return;
    for (const person of peopleIn(message)) this.people.set(person.id, person);
  }
}
