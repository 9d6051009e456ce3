import { Component, computed, input, linkedSignal, output, viewChild } from '@angular/core';
import type { FileId, MessageFile } from '@devchitchat/contracts';
import { ControlLabel } from '../platform/design/control-label';
import { Dialog } from '../platform/design/dialog';
import { Icon } from '../platform/design/icon';
import { Translate } from '../platform/language/translate';
import { PictureStage } from './picture-stage';

export interface ViewedPicture extends Pick<MessageFile, 'fileId' | 'name' | 'alt'> {
  /** The name of the sender, and the time. */
  readonly origin: string;
}

/** Pictures in full size, one at a time. Arrow keys and swipes change it. */
@Component({
  selector: 'dcc-image-viewer',
  imports: [ControlLabel, Dialog, Icon, PictureStage, Translate],
  host: { '(document:keydown)': 'pressed($event)' },
  template: `
    <dcc-dialog [heading]="'Image viewer' | t" (closed)="closed.emit()">
      @if (shown(); as picture) {
        <dcc-picture-stage [src]="urlOf(picture)" [alt]="picture.alt ?? picture.name" (stepped)="step($event)" />
        <footer>
          @if (pictures().length > 1) {
            <button
              type="button"
              class="icon-button"
              [dccLabel]="'Previous picture' | t"
              [attr.aria-disabled]="at() === 0"
              (click)="step(-1)"
            >
              <dcc-icon name="back" />
            </button>
            <span class="position" aria-live="polite">{{
              '{number} of {total}' | t: { number: at() + 1, total: pictures().length }
            }}</span>
            <button
              type="button"
              class="icon-button next"
              [dccLabel]="'Next picture' | t"
              [attr.aria-disabled]="at() === pictures().length - 1"
              (click)="step(1)"
            >
              <dcc-icon name="back" />
            </button>
          }
          <p class="about">
            <bdi class="name">{{ picture.alt ?? picture.name }}</bdi>
            <small>{{ picture.origin }}</small>
          </p>
          <button
            type="button"
            class="icon-button"
            [dccLabel]="'Zoom' | t"
            [attr.aria-pressed]="(stage()?.view()?.scale ?? 1) > 1"
            (click)="stage()?.toggle()"
          >
            <dcc-icon name="search" />
          </button>
          <a
            class="icon-button"
            download
            [href]="urlOf(picture) + '?download'"
            [attr.aria-label]="'Download {name}' | t: { name: picture.name }"
            [title]="'Download {name}' | t: { name: picture.name }"
            ><dcc-icon name="download"
          /></a>
        </footer>
      }
    </dcc-dialog>
  `,
})
export class ImageViewer {
  readonly pictures = input.required<readonly ViewedPicture[]>();
  /** The picture with which it opens. */
  readonly first = input.required<FileId>();
  readonly closed = output();
  protected readonly stage = viewChild(PictureStage);
  protected readonly at = linkedSignal<FileId, number>({
    source: this.first,
    computation: (first) =>
      Math.max(
        0,
        this.pictures().findIndex(({ fileId }) => fileId === first),
      ),
  });
  protected readonly shown = computed(() => this.pictures()[this.at()] ?? this.pictures().at(-1));

  protected readonly urlOf = ({ fileId }: ViewedPicture): string => `api/files/${fileId}/large`;

  protected step(by: 1 | -1): void {
    this.at.update((at) => Math.min(this.pictures().length - 1, Math.max(0, at + by)));
  }

  /** In a zoomed picture, arrows move it. */
  protected pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    if (this.stage()?.take(event.key)) event.preventDefault();
    else if (by !== undefined) {
      event.preventDefault();
      this.step(by);
    }
  }
}
