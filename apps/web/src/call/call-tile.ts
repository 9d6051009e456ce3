import { Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { t } from '../language/t';
import { Icon } from '../ui/icon';
import type { Tile } from './current-call';
import { Talking } from './talking';

/** One picture, and whose it is. */
@Component({
  selector: 'dcc-call-tile',
  imports: [Icon],
  template: `
    <figure
      [attr.aria-label]="named(tile().name)"
      [class.screen]="tile().kind === 'screen'"
      [class.mine]="tile().isMine"
      [class.speaking]="tile().kind === 'camera' && talking.now().has(tile().peerId)"
    >
      <video #video autoplay playsinline [muted]="true"></video>
      <figcaption>
        <dcc-icon [name]="tile().kind" /><span>{{ named(tile().isMine ? you : tile().name) }}</span>
      </figcaption>
    </figure>
  `,
})
export class CallTile {
  readonly tile = input.required<Tile>();
  protected readonly talking = inject(Talking);
  protected readonly you = t('You');
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');

  protected named(name: string): string {
    return this.tile().kind === 'camera' ? t('{name}, camera', { name }) : t('{name}, screen', { name });
  }

  constructor() {
    let shown: MediaStreamTrack | null = null;
    effect(() => {
      const { track } = this.tile();
      if (track === shown) return;
      shown = track;
      this.video().nativeElement.srcObject = new MediaStream([track]);
    });
  }
}
