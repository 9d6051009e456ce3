import { Component, effect, inject, input, signal } from '@angular/core';
import type { ClientFileId } from '@devchitchat/contracts';
import { FileBlobs } from '../client/files/file-blobs';

/** A picture of this device that the server does not have yet. */
@Component({
  selector: 'dcc-local-picture',
  template: `
    @if (url(); as url) {
      <img [src]="url" [alt]="alt()" />
    }
  `,
})
export class LocalPicture {
  readonly clientFileId = input.required<ClientFileId>();
  readonly alt = input('');
  private readonly blobs = inject(FileBlobs);
  protected readonly url = signal<string | null>(null);

  constructor() {
    effect((onCleanup) => {
      let url: string | null = null;
      let isOver = false;
      void this.blobs.get(this.clientFileId()).then((blob) => {
        if (!blob || isOver) return;
        url = URL.createObjectURL(blob);
        this.url.set(url);
      });
      onCleanup(() => {
        isOver = true;
        if (url) URL.revokeObjectURL(url);
      });
    });
  }
}
