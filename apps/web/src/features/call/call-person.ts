import { Component, computed, inject, input } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Avatar } from '../../parts/avatar';
import { CallActions } from '../../client/call/session/call-actions';
import type { Participant } from '../../client/call/session/participants';
import { Volume } from '../../client/call/media/volume';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { VoiceMarks } from '../../parts/voice-marks';

/** Another participant: speaking indicator, volume, and the problem of their link. */
@Component({
  selector: 'dcc-call-person',
  imports: [Avatar, Translate, VoiceMarks],
  host: { role: 'listitem', '[class.speaking]': 'activeSpeakers.peerIds().has(person().peerId)' },
  template: `
    <dcc-avatar [userId]="person().userId" />
    <div class="who">
      <div class="named">
        <b dir="auto">{{ person().name }}</b><dcc-voice-marks [muted]="person().muted" [deafened]="person().deafened" />
      </div>
      @if (person().problem; as problem) {
        <small role="status">{{ problem.sentence }}</small>
        @if (problem.canRetry) {
          <button type="button" class="text-button" (click)="call.reconnect(person().peerId)">
            {{ 'Try again' | t }}
          </button>
        }
      } @else {
        <input
          type="range"
          min="0"
          max="200"
          step="5"
          [attr.aria-label]="'Volume of {name}' | t: { name: person().name }"
          [attr.aria-valuetext]="percent() + ' %'"
          [title]="'Volume: {percent} %' | t: { percent: percent() }"
          [value]="percent()"
          (input)="volume.set(person().userId, $any($event.target).valueAsNumber)"
        />
      }
    </div>
  `,
})
export class CallPerson {
  readonly person = input.required<Participant>();
  protected readonly call = inject(CallActions);
  protected readonly activeSpeakers = inject(ActiveSpeakers);
  protected readonly volume = inject(Volume);
  protected readonly percent = computed(() => this.volume.of(this.person().userId));
}
