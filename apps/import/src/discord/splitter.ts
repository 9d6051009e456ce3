/** A message of an export, as text, and the line of the file on which it begins. */
export interface Element {
  readonly text: string;
  readonly line: number;
}

/** Thrown for a file that is not DiscordChatExporter JSON, with its line. */
export class Malformed extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

const [quote, backslash, newline] = ['"', '\\', '\n'].map((sign) => sign.charCodeAt(0));
const opening = new Set(['{', '['].map((sign) => sign.charCodeAt(0)));
const closing = new Set(['}', ']'].map((sign) => sign.charCodeAt(0)));
const beforeMessages = /(?:,|(?<!\s))\s*"messages"\s*:\s*$/;

/**
 * Splits an export while it is read, because it may be larger than memory, into the part before its list of messages and
 * each message. Does not look into the messages.
 */
export class Splitter {
  /** Everything before the list of messages, once the list has begun. */
  head: string | undefined;
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  private line = 1;
  /** The incomplete part read so far, and the line where it began. */
  private part = '';
  private beganAt = 1;
  private isOver = false;

  /**
   * Returns the messages completed by this chunk.
   *
   * @throws {Malformed}
   */
  push(chunk: string): readonly Element[] {
    const complete: Element[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === newline) this.line += 1;
      if (this.inString) {
        if (this.isEscaped) this.isEscaped = false;
        else if (code === backslash) this.isEscaped = true;
        else if (code === quote) this.inString = false;
      } else if (code === quote) {
        this.inString = true;
      } else if (opening.has(code)) {
        this.depth += 1;
        if (this.head === undefined && this.depth === 2) {
          const before = this.part + chunk.slice(from, at);
          if (chunk[at] === '[' && beforeMessages.test(before)) {
            this.head = `${before.replace(beforeMessages, '')}}`;
            this.part = '';
            from = at + 1;
          }
        } else if (this.head !== undefined && this.depth === 3) {
          this.part = '';
          this.beganAt = this.line;
          from = at;
        }
      } else if (closing.has(code)) {
        this.depth -= 1;
        if (this.depth < 0) throw new Malformed(this.line, 'it closes more than it opened');
        if (this.head !== undefined && this.depth === 2 && !this.isOver) {
          complete.push({ text: this.part + chunk.slice(from, at + 1), line: this.beganAt });
          this.part = '';
          from = at + 1;
        }
        if (this.head !== undefined && this.depth === 1) this.isOver = true;
      }
    }
    this.part = this.isOver ? '' : this.part + chunk.slice(from);
    return complete;
  }

  /** @throws {Malformed} if the export is incomplete or has no list of messages */
  end(): void {
    if (this.depth > 0 || this.inString) throw new Malformed(this.line, 'it ends in the middle');
    if (this.head === undefined) throw new Malformed(1, 'it has no list of messages');
  }
}
