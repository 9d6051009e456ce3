import type { RoomId, UserId } from '@devchitchat/contracts';

export interface Watermark {
  readonly userId: UserId;
  readonly roomId: RoomId;
  readonly afterSeq: number;
}

/** Watermarks that wait to be stored, the highest of each person and room. */
export class PendingWatermarks {
  private pending = new Map<string, Watermark>();

  raise(mark: Watermark): void {
    const key = `${mark.userId}:${mark.roomId}`;
    const known = this.pending.get(key);
    if (!known || known.afterSeq < mark.afterSeq) this.pending.set(key, mark);
  }

  /** Hands them out and forgets them. */
  take(): Watermark[] {
    const taken = [...this.pending.values()];
    this.pending.clear();
    return taken;
  }
}
