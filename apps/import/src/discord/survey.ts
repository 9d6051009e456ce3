import { limits } from '@devchitchat/contracts';
import { isBefore, isSaid, peopleIn, type ExportedMessage, type ExportedPerson, type ExportHead } from './export';

/** A channel as its files tell of it, before anything is brought. */
export class Channel {
  readonly files: string[] = [];
  readonly authors = new Map<string, string>();
  messages = 0;
  /** Those that tell what happened and not what was said. */
  skipped = 0;
  private last: string | undefined;
  private readonly pinned: string[] = [];

  constructor(readonly head: ExportHead['channel']) {}

  /** False when it stands before one that was said earlier: then the file runs backwards. */
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

  /** The next file begins where it likes. */
  beginFile(path: string): void {
    this.files.push(path);
  }

  /** The latest, where there are more than a room can keep. */
  get pins(): ReadonlySet<string> {
    return new Set(this.pinned.slice(-limits.pinsPerRoom));
  }

  get leftOutPins(): number {
    return Math.max(0, this.pinned.length - limits.pinsPerRoom);
  }
}

/** Everything that is to be known of a folder of exports before the first message is brought. */
export class Survey {
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, ExportedPerson>();

  channel(head: ExportHead): Channel {
    const known = this.channels.get(head.channel.id) ?? new Channel(head.channel);
    this.channels.set(head.channel.id, known);
    return known;
  }

  /** Under the name that they used last. */
  note(message: ExportedMessage): void {
    for (const person of peopleIn(message)) this.people.set(person.id, person);
  }
}
