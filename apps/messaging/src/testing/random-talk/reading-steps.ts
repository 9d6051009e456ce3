import { messagingCommands as messaging, type RoomId, type UserId } from '@devchitchat/contracts';
import { Steps } from './steps';

/** Catching up, read marks and digests. */
export class ReadingSteps extends Steps {
  /**
   * Syncs from any event, in the person's rooms and others. Only the person's own request may name rooms that are gone.
   */
  async sync(): Promise<void> {
    const who = this.choose.somebody();
    const rooms = [...this.model.rooms.keys()]
      .filter(() => this.random.below(2) === 0)
      .map((roomId) => ({ roomId, after: this.anEventOf(roomId, who.userId) }));
    const asked = new Set(rooms.map(({ roomId }) => roomId));
    await this.watch.ask(
      who,
      messaging.sync,
      { rooms, marksAfter: 0 },
      ({ gone, reading }) => {
        if (gone.some((roomId) => !asked.has(roomId)))
          this.watch.recordViolation('reported a room as gone that was not asked for');
        for (const { roomId, seqs } of reading.mentions) {
          const start = this.model.start(roomId, who.userId) ?? Infinity;
          if (seqs.some((seq) => seq < start))
            this.watch.recordViolation('reported a mention that the person may not see');
        }
      },
      (text) => JSON.stringify({ ...(JSON.parse(text) as object), gone: [] }),
    );
  }

  async mark(): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyAt(roomId);
    const seq = this.random.below(this.model.next(roomId));
    await this.watch.ask(who, messaging.readMark, { rooms: [{ roomId, seq, back: true }] });
  }

  /** Checks that a digest counts only messages by others that the person may see. */
  async digest(): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyAt(roomId);
    const afterSeq = this.random.below(this.model.next(roomId));
    await this.watch.ask(who, messaging.readDigest, { roomId, afterSeq }, ({ messages }) => {
      this.watch.mustBeMember(who, roomId);
      const start = this.model.start(roomId, who.userId) ?? Infinity;
      const visible = this.model
        .room(roomId)
        .said.filter(({ seq, by }) => seq > afterSeq && seq >= start && by !== who.userId);
      if (messages > visible.length)
        this.watch.recordViolation(`counted ${messages} messages, of which ${visible.length} are visible`);
    });
  }

  /** Any event of a room, usually one after the person joined: before that, they get a snapshot and no events. */
  private anEventOf(roomId: RoomId, userId: UserId): number {
    const head = this.watch.heads.get(roomId) ?? 0;
    const from = this.random.below(4) === 0 ? 0 : (this.watch.entrances.get(`${roomId} ${userId}`) ?? 0);
    return from + this.random.below(head - from + 1);
  }
}
