import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { t } from '../../platform/language/t';
import { Icon } from '../../platform/design/icon';
import type { Tile } from '../../client/call/session/tiles';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { tileStatus } from './tile-status';
import { VoiceMarks } from '../../parts/voice-marks';

/** One video with its owner's name, and its status while no frame is shown. */
@Component({
  selector: 'dcc-call-tile',
  imports: [Icon, VoiceMarks],
  template: `
    <figure
      [attr.aria-label]="named(tile().name)"
      [class.screen]="tile().kind === 'screen'"
      [class.mine]="tile().isMine"
      [class.speaking]="tile().kind === 'camera' && !tile().muted && activeSpeakers.peerIds().has(tile().peerId)"
    >
      <video #video autoplay playsinline [muted]="true"></video>
      @if (status(); as sentence) {
        <p class="waiting">{{ sentence }}</p>
      }
      <figcaption>
        <dcc-icon [name]="tile().kind" /><span dir="auto">{{ caption() }}</span
        ><dcc-voice-marks [muted]="tile().muted" [deafened]="tile().deafened" />
      </figcaption>
    </figure>
  `,
})
export class CallTile {
  readonly tile = input.required<Tile>();
  protected readonly activeSpeakers = inject(ActiveSpeakers);
  protected readonly you = t('You');
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  private readonly hasPicture = signal(false);
  private readonly track = computed(() => this.tile().track);
  protected readonly status = computed(() => tileStatus({ ...this.tile(), hasPicture: this.hasPicture() }));

  /** A camera tile is small and its icon identifies it, so its caption is only the name. */
  protected readonly caption = computed(() => {
    const { kind, isMine, name } = this.tile();
    const whose = isMine ? this.you : name;
    return kind === 'camera' ? whose : this.named(whose);
  });

  protected named(name: string): string {
    return this.tile().kind === 'camera' ? t('{name}, camera', { name }) : t('{name}, screen', { name });
  }

  constructor() {
    effect((onCleanup) => {
      const track = this.track();
      const video = this.video().nativeElement;
      const shown = new AbortController();
      onCleanup(() => {
        shown.abort();
      });
      untracked(() => {
        this.hasPicture.set(false);
        video.srcObject = track && new MediaStream([track]);
        if (track) this.awaitPicture(video, track, shown.signal);
      });
    });
  }

  /** Waits for the first rendered frame, and again whenever the track is muted. */
  private awaitPicture(video: HTMLVideoElement, track: MediaStreamTrack, signal: AbortSignal): void {
    const arrived = () => {
      if (!signal.aborted) this.hasPicture.set(true);
    };
    const wait = () => {
      // Browsers without requestVideoFrameCallback: any progress counts as the first frame.
      if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(arrived);
      else (video as HTMLVideoElement).addEventListener('timeupdate', arrived, { once: true, signal });
    };
    wait();
    track.addEventListener(
      'mute',
      () => {
        this.hasPicture.set(false);
        wait();
      },
      { signal },
    );
  }
}
