/** A move of the user's read mark of a room that the server does not know yet. */
export interface MarkMove {
  readonly seq: number;
  /** Moves exactly to this `seq`, down as well as up. */
  readonly back?: true;
}

/** The unsent move of a room after one more move. After a move back, the exact position must be sent. */
export function afterMove(waiting: MarkMove | undefined, move: MarkMove): MarkMove {
  if (!waiting || move.back) return move;
  const seq = Math.max(waiting.seq, move.seq);
  return waiting.back ? { seq, back: true } : { seq };
}

/** The read mark for display: the server's, with the unsent move applied. */
export function markOf(known: number, waiting: MarkMove | undefined): number {
  if (!waiting) return known;
  return waiting.back ? waiting.seq : Math.max(known, waiting.seq);
}
