/** Where one wants one's read mark of a room, while the server does not know it yet. */
export interface MarkMove {
  readonly seq: number;
  /** To exactly here, down as well as up. */
  readonly back?: true;
}

/** What is still to be said of a room, after one more move. Once it went back, only the exact place will do. */
export function afterMove(waiting: MarkMove | undefined, move: MarkMove): MarkMove {
  if (!waiting || move.back) return move;
  const seq = Math.max(waiting.seq, move.seq);
  return waiting.back ? { seq, back: true } : { seq };
}

/** Where the read mark is for who looks: as far as the server knows, and with what it does not know yet. */
export function markOf(known: number, waiting: MarkMove | undefined): number {
  if (!waiting) return known;
  return waiting.back ? waiting.seq : Math.max(known, waiting.seq);
}
