import { Component, output, signal } from '@angular/core';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { filesIn, holdsFiles } from './dragged-files';

/** Covers the room while files are dragged over the page, and takes them. A browser opens dropped files otherwise. */
@Component({
  selector: 'dcc-drop-target',
  imports: [Icon, Translate],
  host: {
    '(document:dragenter)': 'drags($event)',
    '(document:dragover)': 'drags($event)',
    '(document:dragleave)': 'leaves($event)',
    '(document:drop)': 'drops($event)',
  },
  template: `
    @if (isOver()) {
      <p class="target"><dcc-icon name="attach" /> {{ 'Drop files to attach them' | t }}</p>
    }
  `,
})
export class DropTarget {
  readonly dropped = output<readonly File[]>();
  protected readonly isOver = signal(false);

  protected drags(event: DragEvent): void {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  /** The pointer left the window, and not just one of its elements. */
  protected leaves(event: DragEvent): void {
    if (event.relatedTarget === null) this.isOver.set(false);
  }

  protected drops(event: DragEvent): void {
    this.isOver.set(false);
    const data = event.dataTransfer;
    if (!data || !holdsFiles(data)) return;
    event.preventDefault();
    const files = filesIn(data);
    if (files.length > 0) this.dropped.emit(files);
  }
}
