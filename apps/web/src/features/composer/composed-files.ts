import { computed, inject, type Signal } from '@angular/core';
import type { Room } from '@devchitchat/contracts';
import { AttachedFiles } from '../../client/files/attached-files';

interface Composed {
  readonly room: Signal<Room>;
  readonly isEdit: Signal<boolean>;
}

/** The files of the composer's message. An edited message keeps those that it has. Created in an injection context. */
export class ComposedFiles {
  private readonly attached = inject(AttachedFiles);
  readonly list = computed(() => (this.composed.isEdit() ? [] : this.attached.forMessage(this.composed.room().roomId)));

  constructor(private readonly composed: Composed) {}

  attach(files: readonly File[]): void {
    if (!this.composed.isEdit()) this.attached.attach(this.composed.room().roomId, files);
  }

  /** The outbox has the message. */
  sent(): void {
    if (!this.composed.isEdit()) this.attached.sent(this.composed.room().roomId);
  }
}
