import { importedAtOnce, utf8Length, type ImportedMessage } from '@devchitchat/contracts';

/** What NATS takes at once is a megabyte; this leaves room for the envelope. */
const batchBytes = 700_000;

/** Gathers messages into what one command may bring. */
export class Batch {
  private messages: ImportedMessage[] = [];
  private bytes = 0;

  /** A batch that is full without this one, which then begins the next. */
  add(message: ImportedMessage): readonly ImportedMessage[] | undefined {
    const bytes = utf8Length(JSON.stringify(message));
    const isFull = this.messages.length >= importedAtOnce || this.bytes + bytes > batchBytes;
    const full = isFull ? this.take() : undefined;
    this.messages.push(message);
    this.bytes += bytes;
    return full;
  }

  /** What is left. */
  take(): readonly ImportedMessage[] {
    const { messages } = this;
    this.messages = [];
    this.bytes = 0;
    return messages;
  }
}
