import { Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Icon } from '../ui/icon';
import type { Tile } from './current-call';
import { Talking } from './talking';

/** One picture, and whose it is. */
@Component({
  selector: 'dcc-call-tile',
  imports: [Icon],
  template: `
    <figure
      [attr.aria-label]="tile().name + ', ' + tile().kind"
      [class.screen]="tile().kind === 'screen'"
      [class.mine]="tile().isMine"
      [class.speaking]="tile().kind === 'camera' && talking.now().has(tile().peerId)"
    >
      <video #video autoplay playsinline [muted]="true"></video>
      <figcaption>
        <dcc-icon [name]="tile().kind" />{{ tile().isMine ? 'You' : tile().name }}, {{ tile().kind }}
      </figcaption>
    </figure>
  `,
})
export class CallTile {
  readonly tile = input.required<Tile>();
  protected readonly talking = inject(Talking);
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');

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
