import { Component, computed, inject } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { CallControls } from './call-controls';
import { CallPerson } from './call-person';
import { CallProblems } from './call-problems';
import { CallTile } from './call-tile';
import { CallSessionHolder } from '../../client/call/session/call-session-holder';
import { CallView } from '../../client/call/session/call-view';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { VoiceMarks } from '../../parts/voice-marks';

/** The current call, above its room's messages. */
@Component({
  selector: 'dcc-call-stage',
  imports: [Avatar, CallControls, CallPerson, CallProblems, CallTile, Translate, VoiceMarks],
  template: `
    <section [attr.aria-label]="'Call' | t">
      @if (view.tiles().length > 0) {
        <div class="tiles">
          @for (group of groups(); track group.kind) {
            <div [class]="group.kind">
              @for (tile of group.tiles; track tile.key) {
                <dcc-call-tile [tile]="tile" />
              }
            </div>
          }
        </div>
      }
      <dcc-call-problems />
      <div class="in-call" tabindex="0" role="list" [attr.aria-label]="'In the call' | t">
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
      <dcc-call-controls />
    </section>
  `,
})
export class CallStage {
  protected readonly view = inject(CallView);
  protected readonly voice = inject(OwnVoiceState);
  private readonly active = inject(CallSessionHolder);
  protected readonly session = inject(Session);
  private readonly activeSpeakers = inject(ActiveSpeakers);
  /** Shared screens come first and are large. */
  protected readonly groups = computed(() =>
    (['screen', 'camera'] as const)
      .map((kind) => ({ kind, tiles: this.view.tiles().filter((tile) => tile.kind === kind) }))
      .filter(({ tiles }) => tiles.length > 0),
  );

  /** Shows that the user is joining until the server confirmed it. */
  protected readonly status = computed(() => {
    if (!this.active.isJoined()) return 'Joining the call…';
    return this.view.participants().length > 0
      ? 'you'
      : 'You’re the only one here. Everyone in this room can see the call and join.';
  });

  protected isSpeaking(): boolean {
    const me = this.active.peerId();
    return me !== null && !this.voice.muted() && this.activeSpeakers.peerIds().has(me);
  }
}
