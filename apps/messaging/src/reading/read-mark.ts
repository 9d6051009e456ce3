import type { InputOf, messagingCommands, RoomId, UserId } from '@devchitchat/contracts';

export type MarkMove = InputOf<typeof messagingCommands.readMark>['rooms'][number];

/** Everything in a room up to `seq` counts as read by this person. */
export interface ReadMark {
  readonly userId: UserId;
  readonly roomId: RoomId;
  readonly seq: number;
}

/**
 * Where a read mark goes: up, or with `back` to either side, within what was said and may be seen. `undefined` where it stays.
 * Two devices that say in any order how far was read come to the same.
 */
export function movedTo(
  before: number,
  { seq, back }: MarkMove,
  { headSeq, historyStart }: { readonly headSeq: number; readonly historyStart: number },
): number | undefined {
  const to = Math.max(Math.min(seq, headSeq), historyStart - 1);
  return to > before || (back && to < before) ? to : undefined;
}
