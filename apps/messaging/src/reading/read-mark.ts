import type { InputOf, messagingCommands, RoomId, UserId } from '@devchitchat/contracts';

export type MarkMove = InputOf<typeof messagingCommands.readMark>['rooms'][number];

/** The person has read all messages of the room up to `seq`. */
export interface ReadMark {
  readonly userId: UserId;
  readonly roomId: RoomId;
  readonly seq: number;
}

/**
 * The new `seq` of a read mark, between the member's history start and the head. It only moves up unless `back` is set.
 * `undefined` if it stays. The result does not depend on the order in which two devices report.
 */
export function movedTo(
  before: number,
  { seq, back }: MarkMove,
  { headSeq, historyStart }: { readonly headSeq: number; readonly historyStart: number },
): number | undefined {
  const to = Math.max(Math.min(seq, headSeq), historyStart - 1);
  return to > before || (back && to < before) ? to : undefined;
}
