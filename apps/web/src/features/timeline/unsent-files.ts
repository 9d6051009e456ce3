import { Component, computed, inject, input } from '@angular/core';
import { Connection } from '../../client/connection/connection';
import { FileBlobs } from '../../client/files/file-blobs';
import { Uploads } from '../../client/files/uploads';
import { isPicture, type Attachment } from '../../client/unsent/attachment';
import { LocalPicture } from '../../parts/local-picture';
import { Icon } from '../../platform/design/icon';
import { size } from '../../platform/language/size';
import { Translate } from '../../platform/language/translate';

/** The files of an unsent message, as this device has them, with the progress of their uploads. */
@Component({
  selector: 'dcc-unsent-files',
  imports: [Icon, LocalPicture, Translate],
  template: `
    <ul class="unsent">
      @for (row of rows(); track row.file.clientFileId) {
        <li>
          @if (row.isPicture) {
            <dcc-local-picture [clientFileId]="row.file.clientFileId" [alt]="row.file.alt ?? row.file.name" />
          } @else {
            <dcc-icon name="file" />
          }
          <bdi class="name">{{ row.file.name }}</bdi>&ngsp;<small>{{ row.size }}</small>
          @if (row.percent !== null) {
            <progress
              max="100"
              [value]="row.percent"
              [attr.aria-label]="'Uploading {name}' | t: { name: row.file.name }"
            ></progress>
          }
        </li>
      }
    </ul>
    @if (!isOnline()) {
      <p class="waiting">
        {{ (isStoring() ? 'Storing the files in this browser…' : 'Waiting for a connection.') | t }}
      </p>
    }
    @if (isOnlyHere()) {
      <p class="waiting">
        {{ 'This browser has no space for the files. They will be lost if you close the page.' | t }}
      </p>
    }
  `,
})
export class UnsentFiles {
  readonly files = input.required<readonly Attachment[]>();
  private readonly uploads = inject(Uploads);
  private readonly blobs = inject(FileBlobs);
  private readonly connection = inject(Connection);

  protected readonly isOnline = computed(() => this.connection.state() === 'online');
  protected readonly isStoring = computed(() =>
    this.files().some(({ clientFileId }) => this.blobs.storing().has(clientFileId)),
  );
  protected readonly isOnlyHere = computed(() =>
    this.files().some(({ clientFileId }) => this.blobs.onlyHere().has(clientFileId)),
  );
  protected readonly rows = computed(() =>
    this.files().map((file) => {
      const state = this.uploads.states().get(file.clientFileId);
      const percent = state?.kind === 'sending' ? Math.round((100 * state.sent) / file.size) : null;
      return { file, size: size(file.size), isPicture: isPicture(file), percent };
    }),
  );
}
