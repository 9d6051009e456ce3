import { Injectable, signal } from '@angular/core';
import type { ClientFileId, UserId } from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import type { Attachment } from '../unsent/attachment';

/** The bytes of attached files: in memory, and on disk from the moment in which their message is sent. */
@Injectable({ providedIn: 'root' })
export class FileBlobs {
  private readonly cache = injectCache();
  private readonly held = new Map<ClientFileId, Blob>();
  private readonly lost = signal<ReadonlySet<ClientFileId>>(new Set());
  /** Files of sent messages that the browser could not store: they are lost with the page. */
  readonly onlyHere = this.lost.asReadonly();

  constructor() {
    void this.cache.files.sweep();
  }

  hold(clientFileId: ClientFileId, blob: Blob): void {
    this.held.set(clientFileId, blob);
  }

  /** Returns `null` if this browser has no such file. */
  async get(clientFileId: ClientFileId): Promise<Blob | null> {
    const held = this.held.get(clientFileId);
    if (held) return held;
    const kept = await this.cache.files.get(clientFileId);
    if (kept) this.held.set(clientFileId, kept);
    return kept;
  }

  /** Stores the files of a message, so that a restart does not lose them. */
  async keep(userId: UserId, attachments: readonly Attachment[]): Promise<void> {
    const files = attachments.flatMap(({ clientFileId }) => {
      const blob = this.held.get(clientFileId);
      return blob ? [{ clientFileId, userId, blob }] : [];
    });
    if (files.length === 0 || (await this.cache.files.save(files))) return;
    this.lost.update((lost) => new Set([...lost, ...files.map(({ clientFileId }) => clientFileId)]));
  }

  /** The file is sent or removed. */
  drop(clientFileId: ClientFileId): void {
    this.held.delete(clientFileId);
  }
}
