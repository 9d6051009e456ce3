import { messagingCommands, type ClientMsgId, type Message, type RoomId } from '@devchitchat/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ApiClient } from './api-client';

/** How long one try is waited for, in milliseconds: short, so that a kill in mid-air soon leads to the same send again. */
const tryMs = 1_000;

/**
 * Sends one message after another and repeats each, unchanged, until it is acknowledged, as a client's outbox does.
 * Repeats some after their acknowledgement as well: the answer must be the same.
 */
export class PersistentSender {
  readonly acked = new Map<ClientMsgId, { readonly text: string; readonly ack: Message }>();
  /** Answers that differed from an earlier one for the same message. Must stay empty. */
  readonly contradictions: string[] = [];
  private stopped = false;
  private running: Promise<void> | undefined;
  private count = 0;

  constructor(
    private readonly client: ApiClient,
    private readonly roomId: RoomId,
  ) {}

  start(): void {
    this.stopped = false;
    this.running = this.write();
  }

  /** Resolves when the current message is acknowledged. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async write(): Promise<void> {
    while (!this.stopped) {
      const clientMsgId = `${this.client.user.handle}-${String(this.count++).padStart(6, '0')}` as ClientMsgId;
      const text = `${clientMsgId} says hello`;
      const ack = await this.send(clientMsgId, text);
      this.acked.set(clientMsgId, { text, ack });
      if (this.count % 10 === 0) await this.sendAgain(clientMsgId, text, ack);
    }
  }

  private async send(clientMsgId: ClientMsgId, text: string): Promise<Message> {
    for (;;) {
      const reply = await this.client.ask(messagingCommands.msgSend, { roomId: this.roomId, clientMsgId, text }, tryMs);
      if (reply.ok) return reply.value;
      if (!reply.error.retryable) throw new Error(`${clientMsgId}: ${reply.error.code}, ${reply.error.message}`);
      await wait(50);
    }
  }

  private async sendAgain(clientMsgId: ClientMsgId, text: string, first: Message): Promise<void> {
    const second = await this.send(clientMsgId, text);
    if (!isDeepStrictEqual(second, first)) {
      this.contradictions.push(`${clientMsgId}: ${JSON.stringify(first)}, then ${JSON.stringify(second)}`);
    }
  }
}
