import {
  accepted,
  messagingReasons as reasons,
  refused,
  type FileForm,
  type MessageFile,
  type Reply,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { maySpeak } from '../moderation/may-speak';
import { memberOf } from '../rooms/access';
import { historyStartOf, type RoomState } from '../rooms/room';
import type { StoredFile } from './stored-file';

/** A file of a message that is not deleted. */
export interface FileInRoom {
  readonly roomId: RoomId;
  /** Of its message. */
  readonly seq: number;
  readonly file: MessageFile;
}

const noSuchFile = () => refused(reasons.fileUnknown);

/** The person's own upload, unless a message has it or its time is over. */
export const openUploadOf = (file: StoredFile | undefined, by: UserId): Reply<StoredFile> =>
  file?.userId === by && file.state === 'open' ? accepted(file) : noSuchFile();

/** Whether the uploader may send bytes of it now. Refuses: not theirs or no longer open, not a member, muted. */
export function mayReceive(file: StoredFile | undefined, state: RoomState, by: UserId, now: number): Reply<StoredFile> {
  const upload = openUploadOf(file, by);
  if (!upload.ok) return upload;
  const member = memberOf(state, by);
  if (!member.ok) return member;
  const may = maySpeak(member.value.room, by, now);
  return may.ok ? upload : may;
}

/** Whether the person may read a form of a file now: as a member who sees its message. */
export function mayRead(
  found: FileInRoom | undefined,
  form: FileForm,
  state: RoomState,
  by: UserId,
): Reply<MessageFile> {
  if (!found || found.seq < historyStartOf(state, by)) return noSuchFile();
  const isThere = (form === 'original') === (found.file.kind !== 'picture');
  return isThere ? accepted(found.file) : noSuchFile();
}
