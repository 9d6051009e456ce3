import { Component, computed, type ElementRef, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { FileId, MessageFile } from '@devchitchat/contracts';
import { ControlLabel } from '../../platform/design/control-label';
import { Dialog } from '../../platform/design/dialog';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';

/** The pictures of a message in full size, one at a time. Arrow keys change it, and a press on it zooms. */
@Component({
  selector: 'dcc-image-viewer',
  imports: [ControlLabel, Dialog, Icon, Translate],
  host: { '(document:keydown)': 'pressed($event)' },
  template: `
    <dcc-dialog [heading]="'Image viewer' | t" (closed)="closed.emit()">
      @if (shown(); as picture) {
        <div #scroller class="stage" [class.zoomed]="isZoomed()">
          <button
            type="button"
            class="zoom"
            [attr.aria-pressed]="isZoomed()"
            [attr.aria-label]="'Zoom' | t"
            (click)="isZoomed.set(!isZoomed())"
          >
            <img [src]="urlOf(picture)" [alt]="picture.alt ?? picture.name" />
          </button>
        </div>
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
            <span aria-live="polite">{{ at() + 1 }} / {{ pictures().length }}</span>
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
          <bdi class="name">{{ picture.name }}</bdi>
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
  readonly pictures = input.required<readonly MessageFile[]>();
  /** The picture with which it opens. */
  readonly first = input.required<FileId>();
  readonly closed = output();
  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  protected readonly at = linkedSignal(() =>
    Math.max(
      0,
      this.pictures().findIndex(({ fileId }) => fileId === this.first()),
    ),
  );
  protected readonly shown = computed(() => this.pictures()[this.at()]);
  protected readonly isZoomed = signal(false);

  protected readonly urlOf = ({ fileId }: MessageFile): string => `api/files/${fileId}/large`;

  protected step(by: 1 | -1): void {
    const at = Math.min(this.pictures().length - 1, Math.max(0, this.at() + by));
    if (at === this.at()) return;
    this.at.set(at);
    this.isZoomed.set(false);
    this.scroller()?.nativeElement.scrollTo(0, 0);
  }

  /** In a zoomed picture, arrows scroll. */
  protected pressed(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    if (by === undefined || this.isZoomed() || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.step(by);
  }
}
