import {
  messagingCommands as messaging,
  type Actor,
  type ClientFileId,
  type FileId,
  type RoomId,
} from '@devchitchat/contracts';
import { notes } from '../uploads';
import { Steps } from './steps';

/** Uploading and reading files. */
export class FileSteps extends Steps {
  private uploads = 0;

  /** Uploads a file for a message of this person in this room; `undefined` if they may not. */
  async upload(who: Actor, roomId: RoomId): Promise<FileId | undefined> {
    this.uploads += 1;
    const clientFileId = `upload-${this.uploads}` as ClientFileId;
    const input = { roomId, clientFileId, name: 'notes.txt', size: notes.bytes };
    const begun = await this.watch.ask(who, messaging.fileBegin, input, () => this.watch.mustBeMember(who, roomId));
    if (!begun.ok) return undefined;
    const { fileId } = begun.value;
    await this.watch.ask(who, messaging.fileReceived, { fileId, facts: notes });
    return fileId;
  }

  /** Reads a file, which must be possible exactly for those who see its message. */
  async read(): Promise<void> {
    const files = [...this.model.files.keys()];
    if (files.length === 0) return;
    const back = this.random.below(Math.min(20, files.length));
    const fileId = files[files.length - 1 - back]!;
    const who = this.choose.somebody();
    const input = { fileId, form: 'original' as const };
    const reply = await this.watch.ask(who, messaging.fileRead, input);
    const may = this.model.maySeeFile(fileId, who.userId);
    if (reply.ok && !may) this.watch.recordViolation('gave a file of a message that the person may not see');
    if (!reply.ok && may) this.watch.recordViolation('did not give a file of a message that the person sees');
    if (!reply.ok && reply.error.reason !== 'file.unknown')
      this.watch.recordViolation('refused a file for another reason than that it is unknown');
  }
}
