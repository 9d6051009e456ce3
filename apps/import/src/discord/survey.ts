import { limits } from '@devchitchat/contracts';
import { isBefore, isSaid, peopleIn, type ExportedMessage, type ExportedPerson, type ExportHead } from './export';

/** A channel as described by its files, before the import. */
export class Channel {
  readonly files: string[] = [];
  readonly authors = new Map<string, string>();
  messages = 0;
  /** Number of skipped messages that report events, such as joins. */
  skipped = 0;
  private last: string | undefined;
  private readonly pinned: string[] = [];

  constructor(readonly head: ExportHead['channel']) {}

  /** Returns false if the message is older than the one before it: then the file is in reverse order. */
  take(message: ExportedMessage): boolean {
    const runsForward = this.last === undefined || !isBefore(message.id, this.last);
    this.last = message.id;
    if (!isSaid(message)) this.skipped += 1;
    else {
      this.messages += 1;
      this.authors.set(message.id, message.author.id);
      if (message.isPinned) this.pinned.push(message.id);
    }
    return runsForward;
  }

  /** Starts a new file, which may begin at any time. */
  beginFile(path: string): void {
    this.files.push(path);
  }

  /** The pinned messages; the latest ones if a room cannot hold all. */
  get pins(): ReadonlySet<string> {
    return new Set(this.pinned.slice(-limits.pinsPerRoom));
  }

  get leftOutPins(): number {
    return Math.max(0, this.pinned.length - limits.pinsPerRoom);
  }
}

/** Facts about a folder of exports that are needed before the first message is imported. */
export class Survey {
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, ExportedPerson>();

  channel(head: ExportHead): Channel {
    const known = this.channels.get(head.channel.id) ?? new Channel(head.channel);
    this.channels.set(head.channel.id, known);
    return known;
  }

  /** Records people under the name they used last. */
  note(message: ExportedMessage): void {
    for (const person of peopleIn(message)) this.people.set(person.id, person);
  }
}
