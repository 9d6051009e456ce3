import { Injectable, signal } from '@angular/core';
import type { ClientFileId, UserId } from '@devchitchat/contracts';
import { serverNow } from '../../platform/time/server-clock';
import { injectCache } from '../cache/browser-cache';
import type { Attachment } from '../unsent/attachment';

/** The bytes of attached files: in memory, and on disk from the moment in which their message is sent. */
@Injectable({ providedIn: 'root' })
export class FileBlobs {
  private readonly cache = injectCache();
  private readonly held = new Map<ClientFileId, Blob>();
  private readonly beingStored = signal<ReadonlySet<ClientFileId>>(new Set());
  /** Files of sent messages that the browser is storing. */
  readonly storing = this.beingStored.asReadonly();
  private readonly lost = signal<ReadonlySet<ClientFileId>>(new Set());
  /** Files of sent messages that the browser could not store: they are lost with the page. */
  readonly onlyHere = this.lost.asReadonly();

  hold(clientFileId: ClientFileId, blob: Blob): void {
    this.held.set(clientFileId, blob);
  }

  /** Resolves with `null` if this browser has no such file, with `undefined` if it does not answer. */
  async get(clientFileId: ClientFileId): Promise<Blob | null | undefined> {
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
      return blob ? [{ clientFileId, userId, blob, keptAt: serverNow() }] : [];
    });
    if (files.length === 0) return;
    const ids = new Set(files.map(({ clientFileId }) => clientFileId));
    this.beingStored.update((before) => new Set([...before, ...ids]));
    const isStored = await this.cache.files.save(files);
    this.beingStored.update((before) => new Set([...before].filter((id) => !ids.has(id))));
    if (!isStored) this.lost.update((lost) => new Set([...lost, ...ids]));
  }

  /** The file is sent or removed. */
  drop(clientFileId: ClientFileId): void {
    this.held.delete(clientFileId);
  }
}
