/** The part of a file that one request sends. */
export interface Piece {
  /** The position of its first byte; `NaN` if the request names none. */
  readonly offset: number;
  /** Bytes; 0 if the request does not tell. */
  readonly length: number;
}

const wholeNumber = /^\d{1,15}$/;

/** The query parameter `offset`. */
export const offsetIn = (text: unknown): number =>
  typeof text === 'string' && wholeNumber.test(text) ? Number(text) : Number.NaN;

/** The header `Content-Length`. */
export const announcedBytes = (text: string | undefined): number =>
  text !== undefined && wholeNumber.test(text) ? Number(text) : 0;

/**
 * Whether a file of this size has such a piece. An empty one is allowed at the end: all bytes of the file may have arrived
 * before the server stopped.
 */
export const fits = ({ offset, length }: Piece, size: number): boolean =>
  offset >= 0 && offset + length <= size && (length > 0 || offset === size);
