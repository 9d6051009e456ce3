import {
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { isolated } from '../../platform/language/direction';
import { t } from '../../platform/language/t';
import { canFillScreen, leavePlayer } from '../../platform/browser/full-screen';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import type { Tile } from '../../client/call/session/tiles';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { tileStatus } from './tile-status';
import { VoiceMarks } from '../../parts/voice-marks';

/** The size of a tile: like all others, large, small beside a large one, or as large as the device's screen. */
export type TileSize = 'equal' | 'large' | 'small' | 'full screen';

/** One video with its owner's name, and its status while no frame is shown. A double click is its first button. */
@Component({
  selector: 'dcc-call-tile',
  imports: [Icon, Translate, VoiceMarks],
  host: { '[class.large]': 'isLarge()' },
  template: `
    <!-- A click takes the focus, so that Escape works from there. -->
    <figure
      tabindex="-1"
      [attr.aria-label]="named(tile().name)"
      [class.screen]="tile().kind === 'screen'"
      [class.mine]="tile().isMine"
      [class.speaking]="tile().kind === 'camera' && !tile().muted && activeSpeakers.peerIds().has(tile().peerId)"
      (dblclick)="pressedTwice($event)"
    >
      <video #video autoplay playsinline [muted]="true"></video>
      @if (status(); as sentence) {
        <p class="waiting">{{ sentence }}</p>
      }
      <div class="tile-actions">
        @if (size() !== 'full screen') {
          <button
            #spotlight
            type="button"
            [attr.aria-label]="'Spotlight {tile}' | t: { tile: named(tile().name) }"
            [title]="(isLarge() ? 'Back to the overview' : 'Show large') | t"
            [attr.aria-pressed]="isLarge()"
            (click)="$event.detail < 2 && toggleLarge()"
          >
            <dcc-icon name="spotlight" />
          </button>
        }
        @if (canFill && size() !== 'small') {
          <button
            type="button"
            [attr.aria-label]="'Full screen' | t"
            [title]="(size() === 'full screen' ? 'Leave full screen' : 'Full screen') | t"
            [attr.aria-pressed]="size() === 'full screen'"
            (click)="$event.detail < 2 && fullScreenToggled.emit(video)"
          >
            <dcc-icon name="full-screen" />
          </button>
        }
      </div>
      <figcaption>
        <dcc-icon [name]="tile().kind" /><span>{{ caption() }}</span
        ><dcc-voice-marks [muted]="tile().muted" [deafened]="tile().deafened" />
      </figcaption>
    </figure>
  `,
})
export class CallTile {
  readonly tile = input.required<Tile>();
  readonly size = input<TileSize>('equal');
  readonly largeToggled = output();
  /** With the video, which fills an iPhone's screen alone. */
  readonly fullScreenToggled = output<HTMLVideoElement>();
  protected readonly canFill = canFillScreen();
  protected readonly isLarge = computed(() => this.size() === 'large' || this.size() === 'full screen');
  protected readonly activeSpeakers = inject(ActiveSpeakers);
  protected readonly you = t('You');
  private readonly spotlight = viewChild<ElementRef<HTMLButtonElement>>('spotlight');
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  private readonly hasPicture = signal(false);
  private readonly track = computed(() => this.tile().track);
  protected readonly status = computed(() => tileStatus({ ...this.tile(), hasPicture: this.hasPicture() }));

  /** A camera tile is small and its icon identifies it, so its caption is only the name. */
  protected readonly caption = computed(() => {
    const { kind, isMine, name } = this.tile();
    const whose = isMine ? this.you : name;
    return kind === 'camera' ? isolated(whose) : this.named(whose);
  });

  protected named(name: string): string {
    return this.tile().kind === 'camera' ? t('{name}, camera', { name }) : t('{name}, screen', { name });
  }

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      leavePlayer(this.video().nativeElement);
    });
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

  /** Focuses the button, which not every browser does, so that Escape works from there. */
  protected toggleLarge(): void {
    this.spotlight()?.nativeElement.focus({ preventScroll: true });
    this.largeToggled.emit();
  }

  /** Clicks on the buttons count one by one. */
  protected pressedTwice({ target }: Event): void {
    if ((target as Element).closest('button')) return;
    if (this.size() === 'full screen') this.fullScreenToggled.emit(this.video().nativeElement);
    else this.toggleLarge();
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
