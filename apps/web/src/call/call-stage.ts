import { Component, DestroyRef, inject } from '@angular/core';
import { Session } from '../session/session';
import { Avatar } from '../ui/avatar';
import { CallControls } from './call-controls';
import { CallPerson } from './call-person';
import { CallProblems } from './call-problems';
import { CallTile } from './call-tile';
import { CurrentCall } from './current-call';
import { Talking } from './talking';

/** The call one is in, above what is written in its room. */
@Component({
  selector: 'dcc-call-stage',
  imports: [Avatar, CallControls, CallPerson, CallProblems, CallTile],
  template: `
    <section aria-label="Call">
      @if (call.tiles().length > 0) {
        <div class="tiles" [class.one]="call.tiles().length === 1">
          @for (tile of call.tiles(); track tile.key) {
            <dcc-call-tile [tile]="tile" />
          }
        </div>
      }
      <dcc-call-problems />
      <div class="in-call" role="list" aria-label="In the call">
        @if (session.me(); as me) {
          <div role="listitem" class="myself" [class.speaking]="isSpeaking()">
            <dcc-avatar [userId]="me.userId" />
            <div class="who">
              <b>{{ me.displayName }}</b>
              <small>{{ call.others().length === 0 ? 'you, alone so far' : 'you' }}</small>
            </div>
          </div>
        }
        @for (person of call.others(); track person.peerId) {
          <dcc-call-person [person]="person" />
        }
      </div>
      <dcc-call-controls />
    </section>
  `,
})
export class CallStage {
  protected readonly call = inject(CurrentCall);
  protected readonly session = inject(Session);
  private readonly talking = inject(Talking);

  constructor() {
    this.call.isOnStage.set(true);
    inject(DestroyRef).onDestroy(() => {
      this.call.isOnStage.set(false);
    });
  }

  protected isSpeaking(): boolean {
    const me = this.call.me();
    return me !== null && !this.call.muted() && this.talking.now().has(me);
  }
}
