import { importedAtOnce, utf8Length, type ImportedMessage } from '@devchitchat/contracts';

/** NATS accepts a megabyte per message; this leaves room for the envelope. */
const batchBytes = 700_000;
/** One command is one transaction, which delays all other writes. */
const batchReactions = 2_000;

/** Collects messages into batches that fit into one command. */
export class Batch {
  private messages: ImportedMessage[] = [];
  private bytes = 0;
  private reactions = 0;

  /** Adds the parts of a message, together if they fit into one command. Returns the batches that are full by now. */
  add(parts: readonly ImportedMessage[]): readonly (readonly ImportedMessage[])[] {
    const bytes = parts.reduce((sum, part) => sum + sizeOf(part), 0);
    const areTogether = parts.length <= importedAtOnce && bytes <= batchBytes;
    if (areTogether) return this.addWhole(parts, bytes);
    return parts.flatMap(({ continues: _, ...part }) => this.addWhole([part], sizeOf(part)));
  }

  /** Returns the last batch. */
  take(): readonly ImportedMessage[] {
    const { messages } = this;
    this.messages = [];
    [this.bytes, this.reactions] = [0, 0];
    return messages;
  }

  private addWhole(parts: readonly ImportedMessage[], bytes: number): readonly (readonly ImportedMessage[])[] {
    const reactions = parts.reduce((sum, part) => sum + part.reactions.length, 0);
    const isFull =
      this.messages.length + parts.length > importedAtOnce ||
      this.bytes + bytes > batchBytes ||
      this.reactions + reactions > batchReactions;
    const full = isFull && this.messages.length > 0 ? [this.take()] : [];
    this.messages.push(...parts);
    this.bytes += bytes;
    this.reactions += reactions;
    return full;
  }
}

const sizeOf = (message: ImportedMessage): number => utf8Length(JSON.stringify(message));
