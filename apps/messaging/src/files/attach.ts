import {
  accepted,
  messagingReasons as reasons,
  refused,
  type FileId,
  type MessageFile,
  type Reply,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import type { StoredFile } from './stored-file';

/** A file as `msg.send` names it. */
export interface NamedFile {
  readonly fileId: FileId;
  readonly alt?: string | undefined;
}

export interface AttachFacts {
  readonly by: UserId;
  readonly roomId: RoomId;
  readonly now: number;
  readonly uploadOf: (fileId: FileId) => StoredFile | undefined;
}

/**
 * The files of a new message. Refuses with `file.not_uploaded` unless each is whole, was uploaded by the sender for this
 * room, is in no message yet, and was kept until now.
 */
export function attach(named: readonly NamedFile[], { by, roomId, now, uploadOf }: AttachFacts): Reply<MessageFile[]> {
  const files: MessageFile[] = [];
  for (const { fileId, alt } of named) {
    const upload = uploadOf(fileId);
    const isTheirs = upload?.userId === by && upload.roomId === roomId;
    if (!isTheirs || upload.state !== 'open' || upload.expiresAt <= now || !upload.facts) {
      return refused(reasons.fileNotUploaded);
    }
    files.push({ ...upload.facts, fileId, name: upload.name, ...(alt !== undefined && { alt }) });
  }
  return accepted(files);
}
