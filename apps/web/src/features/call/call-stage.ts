import { Component, computed, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { fillScreen, isFullScreen, leaveFullScreen } from '../../platform/browser/full-screen';
import { Icon } from '../../platform/design/icon';
import { Avatar } from '../../parts/avatar';
import { CallControls } from './call-controls';
import { CallPerson } from './call-person';
import { CallProblems } from './call-problems';
import { CallTile, type TileSize } from './call-tile';
import { CallSessionHolder } from '../../client/call/session/call-session-holder';
import { CallView } from '../../client/call/session/call-view';
import { Spotlight } from '../../client/call/session/spotlight';
import type { Tile } from '../../client/call/session/tiles';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { VoiceMarks } from '../../parts/voice-marks';

/** The current call, above its room's messages. */
@Component({
  selector: 'dcc-call-stage',
  imports: [Avatar, CallControls, CallPerson, CallProblems, CallTile, Icon, Translate, VoiceMarks],
  host: { '(document:fullscreenchange)': 'followScreen()', '(keydown.escape)': 'goBack($event)' },
  template: `
    <section #section [attr.aria-label]="'Call' | t">
      @if (view.tiles().length > 0) {
        <div class="tiles" [class.has-large]="large() !== null" [hidden]="isFolded()">
          <div class="strip" [style.--count]="tiles().length">
            @for (tile of tiles(); track tile.key) {
              <dcc-call-tile
                [tile]="tile"
                [size]="sizeOf(tile)"
                (largeToggled)="spotlight.toggle(tile.key)"
                (fullScreenToggled)="toggleFullScreen(tile, $event)"
              />
            }
          </div>
        </div>
      }
      <dcc-call-problems />
      <div class="in-call" [hidden]="isFolded()" tabindex="0" role="list" [attr.aria-label]="'In the call' | t">
        @if (session.me(); as me) {
          <div role="listitem" class="myself" [class.speaking]="isSpeaking()">
            <dcc-avatar [userId]="me.userId" />
            <div class="who">
              <div class="named">
                <b dir="auto">{{ me.displayName }}</b><dcc-voice-marks
                  [muted]="voice.muted()"
                  [deafened]="voice.deafened()"
                />
              </div>
              <small>{{ status() | t }}</small>
            </div>
          </div>
        }
        @for (person of view.participants(); track person.peerId) {
          <dcc-call-person [person]="person" />
        }
      </div>
      <dcc-call-controls>
        <button
          type="button"
          class="fold"
          [attr.aria-label]="'People and videos' | t"
          [title]="(isFolded() ? 'Show people and videos' : 'Hide people and videos') | t"
          [attr.aria-expanded]="!isFolded()"
          (click)="spotlight.folded.set(!isFolded())"
        >
          <dcc-icon name="fold" />
        </button>
      </dcc-call-controls>
    </section>
  `,
})
export class CallStage {
  protected readonly view = inject(CallView);
  protected readonly voice = inject(OwnVoiceState);
  private readonly active = inject(CallSessionHolder);
  protected readonly session = inject(Session);
  private readonly activeSpeakers = inject(ActiveSpeakers);
  protected readonly spotlight = inject(Spotlight);
  private readonly section = viewChild.required<ElementRef<HTMLElement>>('section');
  /** The key of the tile that fills the screen. */
  private readonly filling = signal<string | null>(null);
  /** Only the buttons are left. Whatever fills the screen stays. */
  protected readonly isFolded = computed(() => this.spotlight.folded() && this.filling() === null);
  protected readonly large = computed(() => this.filling() ?? this.spotlight.key());
  /** Shared screens come first. The large tile keeps its place in the document: moving it would interrupt its video. */
  protected readonly tiles = computed(() =>
    (['screen', 'camera'] as const).flatMap((kind) => this.view.tiles().filter((tile) => tile.kind === kind)),
  );

  /** Shows that the user is joining until the server confirmed it. */
  protected readonly status = computed(() => {
    if (!this.active.isJoined()) return 'Joining the call…';
    return this.view.participants().length > 0
      ? 'you'
      : 'You’re the only one here. Everyone in this room can see the call and join.';
  });

  constructor() {
    effect(() => {
      const filling = this.filling();
      const isGone = filling !== null && !this.view.tiles().some(({ key }) => key === filling);
      if (isGone) leaveFullScreen(this.section().nativeElement);
    });
  }

  protected sizeOf({ key }: Tile): TileSize {
    if (this.filling() === key) return 'full screen';
    if (this.large() === null) return 'equal';
    return this.large() === key ? 'large' : 'small';
  }

  /** The whole stage fills the screen, so that the controls stay in reach. */
  protected async toggleFullScreen({ key }: Tile, video: HTMLVideoElement): Promise<void> {
    const section = this.section().nativeElement;
    if (isFullScreen(section)) leaveFullScreen(section);
    else if (await fillScreen(section, video)) this.filling.set(key);
  }

  /** However the browser left: by its own key or button, or because this page asked it to. */
  protected followScreen(): void {
    if (!isFullScreen(this.section().nativeElement)) this.filling.set(null);
  }

  /**
   * Escape leaves the full screen, and on a tile it goes back from the large one. Browsers that leave by themselves keep
   * the key, others hand it on, and then it must not also mark the room as read. In a dialog it belongs to the dialog.
   */
  protected goBack(event: Event): void {
    const large = this.spotlight.key();
    const isOn = (selector: string): boolean => (event.target as Element).closest(selector) !== null;
    if (this.filling() !== null && !isOn('dialog')) leaveFullScreen(this.section().nativeElement);
    else if (this.filling() === null && large !== null && isOn('.tiles')) this.spotlight.toggle(large);
    else return;
    event.preventDefault();
  }

  protected isSpeaking(): boolean {
    const me = this.active.peerId();
    return me !== null && !this.voice.muted() && this.activeSpeakers.peerIds().has(me);
  }
}
