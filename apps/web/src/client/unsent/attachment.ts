import type { ClientFileId, UserId } from '@devchitchat/contracts';

/** A file that belongs to an unsent message. Its bytes are kept apart from it, under its id. */
export interface Attachment {
  /** Generated once. Every try carries it, so that the server goes on with the upload instead of beginning another. */
  readonly clientFileId: ClientFileId;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The MIME type by the browser's guess; may be empty. Decides only how the file is shown here. */
  readonly type: string;
  /** The user's description of a picture. */
  readonly alt?: string;
}

/** The bytes of an attachment, with the user who attached it. */
export interface KeptFile {
  readonly clientFileId: ClientFileId;
  readonly userId: UserId;
  readonly blob: Blob;
  /** When it was stored, by the server's clock. */
  readonly keptAt: number;
}

/** Whether the browser can show the file as a picture. */
export const isPicture = ({ type }: Pick<Attachment, 'type'>): boolean =>
  /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type);
