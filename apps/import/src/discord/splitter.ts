/** A message of an export, as text, and its place in the file. */
export interface Element {
  readonly text: string;
  /** The line on which it begins. */
  readonly line: number;
  /** The first byte, and the number of bytes. */
  readonly start: number;
  readonly length: number;
}

/** Thrown for a file that is not whole JSON, with its line. */
export class Malformed extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

const [quote, backslash, newline, space] = ['"', '\\', '\n', ' '].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];
const opening = new Set(['{', '['].map((sign) => sign.charCodeAt(0)));
const closing = new Set(['}', ']'].map((sign) => sign.charCodeAt(0)));
const list = '['.charCodeAt(0);
const beforeMessages = /(?:,|(?<!\s))\s*"messages"\s*:\s*$/;

/** The largest head and the largest message, in bytes. A file without any must not fill the memory. */
const maxHeadBytes = 1_000_000;
const maxMessageBytes = 64_000_000;

/**
 * Splits an export while it is read, because it may be larger than memory, into the part before its list of messages and
 * each message. Does not look into the messages. Works on bytes, so that a message can be read again from its place.
 */
export class Splitter {
  /** Everything before the list of messages, once the list has begun. */
  head: string | undefined;
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  private line = 1;
  /** Bytes before this chunk. */
  private passed = 0;
  /** The incomplete part read so far, and the line where it began. */
  private part: Buffer[] = [];
  private partBytes = 0;
  private beganAt = 1;
  /** The list of messages has ended, or there is none. */
  private isOver = false;
  private hasRoot = false;

  /**
   * Returns the messages completed by this chunk.
   *
   * @throws {Malformed}
   */
  push(chunk: Buffer): readonly Element[] {
    if (this.passed === 0 && (chunk[0] === 0xff || chunk[0] === 0xfe)) throw notText(1);
    const complete: Element[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk[at] ?? 0;
      if (code === newline) this.line += 1;
      if (this.inString) {
        if (this.isEscaped) this.isEscaped = false;
        else if (code === backslash) this.isEscaped = true;
        else if (code === quote) this.inString = false;
      } else if (this.hasRoot && this.depth === 0) {
        if (code > space && !closing.has(code)) throw new Malformed(this.line, 'something follows its end');
        if (closing.has(code)) throw new Malformed(this.line, 'it closes more than it opened');
      } else if (code === quote) {
        this.inString = true;
      } else if (opening.has(code)) {
        this.depth += 1;
        this.hasRoot = true;
        if (this.head === undefined && this.depth === 2 && code === list && !this.isOver) {
          const before = this.textWith(chunk.subarray(from, at));
          if (beforeMessages.test(before)) {
            this.head = `${before.replace(/^\ufeff/, '').replace(beforeMessages, '')}}`;
            this.drop();
            from = at + 1;
          }
        } else if (this.head !== undefined && this.depth === 3) {
          this.drop();
          this.beganAt = this.line;
          from = at;
        }
      } else if (closing.has(code)) {
        this.depth -= 1;
        if (this.depth < 0) throw new Malformed(this.line, 'it closes more than it opened');
        if (this.head !== undefined && this.depth === 2 && !this.isOver) {
          const length = this.partBytes + at + 1 - from;
          const text = this.textWith(chunk.subarray(from, at + 1));
          complete.push({ text, line: this.beganAt, start: this.passed + at + 1 - length, length });
          this.drop();
          from = at + 1;
        }
        if (this.head !== undefined && this.depth === 1) this.isOver = true;
      }
    }
    if (this.isOver) this.drop();
    else this.keep(chunk.subarray(from));
    this.passed += chunk.length;
    return complete;
  }

  /** @throws {Malformed} if the file is not whole JSON */
  end(): void {
    if (this.passed === 0) throw new Malformed(1, 'it is empty');
    if (!this.hasRoot && !isJson(this.textWith(nothing))) throw new Malformed(1, 'it is not JSON');
    if (this.depth > 0 || this.inString) throw new Malformed(this.line, 'it ends in the middle');
  }

  private keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    // A copy, because the stream fills its buffer again.
    this.part.push(Buffer.from(bytes));
    this.partBytes += bytes.length;
    if (this.head === undefined && this.partBytes > maxHeadBytes) {
      this.isOver = true;
      this.drop();
    }
    if (this.partBytes > maxMessageBytes) throw new Malformed(this.beganAt, 'a message has no end');
  }

  private drop(): void {
    this.part = [];
    this.partBytes = 0;
  }

  private textWith(rest: Buffer): string {
    try {
      return utf8.decode(this.part.length === 0 ? rest : Buffer.concat([...this.part, rest]));
    } catch {
      throw notText(this.beganAt);
    }
  }
}

const nothing = Buffer.alloc(0);

/** Also a lone string, number or word, which other programs leave beside exports. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const notText = (line: number) => new Malformed(line, 'it is not UTF-8 text');
