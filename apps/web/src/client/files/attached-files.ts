import { computed, inject, Injectable, signal } from '@angular/core';
import { cleanFileName, type ClientFileId, type RoomId } from '@devchitchat/contracts';
import { newId } from '../../platform/browser/random';
import { t } from '../../platform/language/t';
import { Session } from '../session/session';
import type { Attachment } from '../unsent/attachment';
import { FileBlobs } from './file-blobs';
import { Uploads } from './uploads';

interface Attached {
  readonly attachments: readonly Attachment[];
  /** Why some chosen files were not attached, as a sentence. */
  readonly problem: string;
}

const nothing: Attached = { attachments: [], problem: '' };

/** The files that the signed-in user attached to the message that they are writing, by room. In memory only. */
@Injectable({ providedIn: 'root' })
export class AttachedFiles {
  private readonly session = inject(Session);
  private readonly blobs = inject(FileBlobs);
  private readonly uploads = inject(Uploads);
  private readonly rooms = signal<ReadonlyMap<string, Attached>>(new Map());
  private readonly owner = computed(() => this.session.me()?.userId ?? '');
  readonly states = this.uploads.states;

  in(roomId: RoomId): readonly Attachment[] {
    return this.of(roomId).attachments;
  }

  problemIn(roomId: RoomId): string {
    return this.of(roomId).problem;
  }

  /** Attaches files, and begins to upload them. Empty files and those above the limit of a message are left out. */
  attach(roomId: RoomId, files: readonly File[]): void {
    const { filesPerMessage } = this.session.limits();
    const before = this.in(roomId);
    const full = files.filter(({ size }) => size > 0);
    const fitting = full.slice(0, Math.max(0, filesPerMessage - before.length));
    const added = fitting.map((file) => this.take(file));
    const empty = files.find(({ size }) => size === 0);
    const problem =
      fitting.length < full.length
        ? t('A message can have up to {count} files. The others weren’t attached.', { count: filesPerMessage })
        : empty
          ? t('{name} is empty, so it wasn’t attached.', { name: cleanFileName(empty.name) })
          : '';
    this.set(roomId, { attachments: [...before, ...added], problem });
    for (const each of added) void this.uploads.run(roomId, each);
  }

  retry(roomId: RoomId, attachment: Attachment): void {
    void this.uploads.run(roomId, attachment);
  }

  remove(roomId: RoomId, { clientFileId }: Attachment): void {
    this.uploads.cancel(clientFileId);
    this.blobs.drop(clientFileId);
    const rest = this.in(roomId).filter((each) => each.clientFileId !== clientFileId);
    this.set(roomId, { attachments: rest, problem: '' });
  }

  describe(roomId: RoomId, { clientFileId }: Attachment, alt: string): void {
    const { attachments, problem } = this.of(roomId);
    const described = attachments.map((each) => (each.clientFileId === clientFileId ? { ...each, alt } : each));
    this.set(roomId, { attachments: described, problem });
  }

  /** The files of the message that is being sent. They stay until `sent`. */
  forMessage(roomId: RoomId): readonly Attachment[] {
    return this.in(roomId).map(({ alt = '', ...file }) => {
      const words = alt.replace(/\s+/g, ' ').trim();
      return words === '' ? file : { ...file, alt: words };
    });
  }

  /** The outbox has the message, so its files are stored with it. */
  sent(roomId: RoomId): void {
    const userId = this.session.me()?.userId;
    if (userId) void this.blobs.keep(userId, this.in(roomId));
    this.set(roomId, nothing);
  }

  private take(file: File): Attachment {
    const clientFileId = newId() as ClientFileId;
    this.blobs.hold(clientFileId, file);
    return { clientFileId, name: cleanFileName(file.name), size: file.size, type: file.type };
  }

  private of(roomId: RoomId): Attached {
    return this.rooms().get(`${this.owner()} ${roomId}`) ?? nothing;
  }

  private set(roomId: RoomId, attached: Attached): void {
    this.rooms.update((rooms) => new Map(rooms).set(`${this.owner()} ${roomId}`, attached));
  }
}
