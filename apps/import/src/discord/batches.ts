import { importedAtOnce, utf8Length, type ImportedMessage } from '@devchitchat/contracts';

/** NATS accepts a megabyte per message; this leaves room for the envelope. */
const batchBytes = 700_000;

/** Collects messages into batches that fit into one command. */
export class Batch {
  private messages: ImportedMessage[] = [];
  private bytes = 0;

  /** Adds a message. Returns the previous batch if the message does not fit into it and starts the next. */
  add(message: ImportedMessage): readonly ImportedMessage[] | undefined {
    const bytes = utf8Length(JSON.stringify(message));
    const isFull = this.messages.length >= importedAtOnce || this.bytes + bytes > batchBytes;
    const full = isFull ? this.take() : undefined;
    this.messages.push(message);
    this.bytes += bytes;
    return full;
  }

  /** Returns the last batch. */
  take(): readonly ImportedMessage[] {
    const { messages } = this;
    this.messages = [];
    this.bytes = 0;
    return messages;
  }
}
