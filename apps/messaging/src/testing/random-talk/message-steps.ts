import { messagingCommands as messaging, type ClientMsgId, type Command, type DraftOf } from '@devchitchat/contracts';
import type { FileSteps } from './file-steps';
import { Steps, type TalkParts } from './steps';

/** Sending, changing, listing and finding messages. */
export class MessageSteps extends Steps {
  constructor(
    parts: TalkParts,
    private readonly files: FileSteps,
  ) {
    super(parts);
  }

  async send(): Promise<void> {
    const [roomId, text] = [this.choose.aRoom(), this.model.newWord()];
    const who = this.choose.somebodyAt(roomId);
    const clientMsgId = `client-${this.watch.steps}` as ClientMsgId;
    const last = this.model.next(roomId) - 1;
    const replyTo = last > 0 && this.random.below(4) === 0 ? 1 + this.random.below(last) : undefined;
    const fileId = this.random.below(3) === 0 ? await this.files.upload(who, roomId) : undefined;
    const files = fileId !== undefined && { files: [{ fileId }] };
    const input = { roomId, clientMsgId, text, ...(replyTo !== undefined && { replyTo }), ...files };
    await this.watch.ask(who, messaging.msgSend, input, ({ msgId, seq }) => {
      this.watch.mustBeMember(who, roomId);
      this.model.addMessage(roomId, { msgId, seq, by: who.userId, text });
      if (fileId !== undefined) this.model.files.set(fileId, msgId);
      this.choose.msgIds.push({ msgId, roomId });
    });
  }

  async edit(): Promise<void> {
    const [message, text] = [this.choose.aMessage(), this.model.newWord()];
    if (!message) return;
    const who = this.random.below(2) === 0 ? this.choose.authorOf(message) : this.choose.somebodyAt(message.roomId);
    const input = { ...message, text, revision: this.random.below(2) };
    await this.watch.ask(who, messaging.msgEdit, input, () => {
      this.watch.mustSee(who, message.msgId);
      this.model.rewrite(message.msgId, text);
    });
  }

  async delete(): Promise<void> {
    const message = this.choose.aMessage();
    if (!message) return;
    const who = this.choose.somebodyAt(message.roomId);
    const reason = this.model.newWord();
    await this.watch.ask(who, messaging.msgDelete, { ...message, reason }, () => {
      this.watch.mustSee(who, message.msgId);
      if (this.choose.authorOf(message) !== who) this.watch.mustGovern(who, message.roomId);
      this.model.erase(message.msgId);
      this.model.tell(reason, { of: 'reason', roomId: message.roomId });
    });
  }

  /** Lists the end of a room, which must equal the model's. */
  async list(): Promise<void> {
    const [roomId, limit] = [this.choose.aRoom(), 1 + this.random.below(40)];
    const who = this.choose.somebodyAt(roomId);
    await this.watch.ask(who, messaging.msgList, { roomId, limit }, ({ messages }) => {
      this.watch.mustBeMember(who, roomId);
      const start = this.model.start(roomId, who.userId) ?? Infinity;
      const expected = this.model
        .room(roomId)
        .said.filter(({ seq }) => seq >= start)
        .slice(-limit);
      const [got, due] = [messages, expected].map((list) => list.map(({ seq, text }) => `${seq} ${text}`).join('; '));
      if (got !== due) this.watch.recordViolation(`the list is [${got}] instead of [${due}]`);
    });
  }

  async search(): Promise<void> {
    const [who, message] = [this.choose.somebody(), this.choose.aMessage()];
    const word = this.random.below(5) === 0 ? 'qz1*' : `qz${1 + this.random.below(this.watch.steps)}qz`;
    const text = (message && this.random.below(2) === 0 && this.choose.textOf(message)) || word;
    const input = this.random.below(2) === 0 ? { text } : { text, roomId: this.choose.aRoom() };
    await this.watch.ask(who, messaging.searchQuery, input);
  }

  /** Sends a command about a message that does not affect visibility. */
  async about<C extends Command>(command: C, more: Omit<DraftOf<C>, 'roomId' | 'msgId'>): Promise<void> {
    const message = this.choose.aMessage();
    if (!message) return;
    const who = this.choose.somebodyAt(message.roomId);
    await this.watch.ask(who, command, { ...message, ...more } as DraftOf<C>, () =>
      this.watch.mustSee(who, message.msgId),
    );
  }
}
