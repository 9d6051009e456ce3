import { Component, computed, effect, input, signal } from '@angular/core';
import type { FileForm, FileId, MessageFile } from '@devchitchat/contracts';
import { ImageViewer } from '../../parts/image-viewer';
import { Icon } from '../../platform/design/icon';
import { size } from '../../platform/language/size';
import { Translate } from '../../platform/language/translate';
import { shownSize } from './picture-size';

const urlOf = (fileId: FileId, form: FileForm): string => `api/files/${fileId}/${form}`;

/** The files of a message: pictures, players, and links to the rest. */
@Component({
  selector: 'dcc-message-files',
  imports: [Icon, ImageViewer, Translate],
  template: `
    @if (pictures().length > 0) {
      <ul class="pictures" [class.single]="pictures().length === 1">
        @for (picture of pictures(); track picture.fileId) {
          <li>
            <a [href]="picture.large" target="_blank" rel="noopener" (click)="open($event, picture.fileId)">
              <img
                loading="lazy"
                decoding="async"
                [src]="picture.small"
                [alt]="picture.alt"
                [title]="picture.name"
                [attr.width]="picture.width"
                [attr.height]="picture.height"
                [style.background-image]="picture.blur"
              />
            </a>
          </li>
        }
      </ul>
    }
    @for (file of others(); track file.fileId) {
      @switch (file.kind) {
        @case ('video') {
          <video controls preload="metadata" playsinline [src]="file.original" [attr.aria-label]="file.name"></video>
        }
        @case ('audio') {
          <audio controls preload="metadata" [src]="file.original" [attr.aria-label]="file.name"></audio>
        }
      }
      <p class="chip">
        <dcc-icon name="file" /> <bdi class="name">{{ file.name }}</bdi> <small>{{ file.size }}</small>
        <a
          class="icon-button small"
          download
          [href]="file.original + '?download'"
          [attr.aria-label]="'Download {name}' | t: { name: file.name }"
          [title]="'Download {name}' | t: { name: file.name }"
          ><dcc-icon name="download"
        /></a>
      </p>
    }
    @defer (when viewed() !== null) {
      @if (viewed(); as fileId) {
        <dcc-image-viewer [pictures]="viewedPictures()" [first]="fileId" (closed)="viewed.set(null)" />
      }
    }
  `,
})
export class MessageFiles {
  readonly files = input.required<readonly MessageFile[]>();
  /** The name of the sender and the time, for the viewer. */
  readonly origin = input('');
  /** The picture that the reader looks at in full size. */
  protected readonly viewed = signal<FileId | null>(null);
  private readonly blurs = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly pictureFiles = computed(() => this.files().filter(({ picture }) => picture !== undefined));
  protected readonly viewedPictures = computed(() =>
    this.pictureFiles().map((file) => ({ ...file, origin: this.origin() })),
  );
  protected readonly pictures = computed(() =>
    this.pictureFiles().map(({ fileId, name, alt, picture }) => ({
      fileId,
      name,
      alt: alt ?? name,
      small: urlOf(fileId, 'small'),
      large: urlOf(fileId, 'large'),
      blur: this.blurs().get(picture?.thumbhash ?? '') ?? null,
      ...shownSize(picture ?? { width: 1, height: 1 }),
    })),
  );
  protected readonly others = computed(() =>
    this.files()
      .filter(({ picture }) => picture === undefined)
      .map(({ fileId, kind, name, bytes }) => ({
        fileId,
        kind,
        name,
        size: size(bytes),
        original: urlOf(fileId, 'original'),
      })),
  );

  constructor() {
    effect(() => {
      const hashes = this.pictureFiles().flatMap(({ picture }) => picture?.thumbhash || []);
      if (hashes.length > 0) void this.blur(hashes);
    });
  }

  /** A click with a modifier opens the picture in a tab, as with any link. */
  protected open(event: MouseEvent, fileId: FileId): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.viewed.set(fileId);
  }

  /** Shows blurred pictures until the real ones are loaded. */
  private async blur(hashes: readonly string[]): Promise<void> {
    const thumbhash = await import('thumbhash').catch(() => null);
    if (!thumbhash) return;
    const drawn = hashes.map((hash) => [hash, `url(${pictureOf(hash, thumbhash.thumbHashToDataURL)})`] as const);
    this.blurs.update((blurs) => new Map([...blurs, ...drawn]));
  }
}

function pictureOf(hash: string, draw: (bytes: Uint8Array) => string): string {
  try {
    return draw(Uint8Array.from(atob(hash), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}
