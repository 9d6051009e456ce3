import { Component, inject, input, signal } from '@angular/core';
import { Dialog } from '../../platform/design/dialog';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { Avatar } from '../../parts/avatar';
import { CallActions } from '../../client/call/session/call-actions';
import type { Participant } from '../../client/call/session/participants';
import { Volume } from '../../client/call/media/volume';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { VoiceMarks } from '../../parts/voice-marks';
import { CallVolume } from './call-volume';

/**
 * Another participant: speaking indicator, volume, and the problem of their link. A phone shows only their picture and
 * name, and the rest after a tap.
 */
@Component({
  selector: 'dcc-call-person',
  imports: [Avatar, CallVolume, Dialog, Icon, Translate, VoiceMarks],
  host: { role: 'listitem', '[class.speaking]': 'activeSpeakers.peerIds().has(person().peerId)' },
  template: `
    <dcc-avatar [userId]="person().userId" />
    <div class="who">
      <div class="named">
        <b dir="auto">{{ person().name }}</b><dcc-voice-marks [muted]="person().muted" [deafened]="person().deafened" />
      </div>
      @if (person().problem; as problem) {
        <dcc-icon class="trouble" name="warning" />
        <small role="status">{{ problem.sentence }}</small>
        @if (problem.canRetry) {
          <button type="button" class="text-button" (click)="call.reconnect(person().peerId)">
            {{ 'Try again' | t }}
          </button>
        }
      } @else {
        <dcc-call-volume [userId]="person().userId" [name]="person().name" />
      }
    </div>
    <button
      type="button"
      class="more"
      aria-haspopup="dialog"
      [attr.aria-label]="'{name}: volume and connection' | t: { name: person().name }"
      (click)="isOpen.set(true)"
    ></button>
    @if (isOpen()) {
      <dcc-dialog [heading]="person().name" (closed)="isOpen.set(false)">
        @if (person().problem; as problem) {
          <p class="notice">{{ problem.sentence }}</p>
          @if (problem.canRetry) {
            <div class="actions">
              <button type="button" class="primary" (click)="call.reconnect(person().peerId); isOpen.set(false)">
                {{ 'Try again' | t }}
              </button>
            </div>
          }
        }
        <div class="volume">
          <span aria-hidden="true">{{ 'Volume: {percent} %' | t: { percent: volume.of(person().userId) } }}</span>
          <dcc-call-volume [userId]="person().userId" [name]="person().name" />
        </div>
      </dcc-dialog>
    }
  `,
})
export class CallPerson {
  readonly person = input.required<Participant>();
  protected readonly call = inject(CallActions);
  protected readonly activeSpeakers = inject(ActiveSpeakers);
  protected readonly volume = inject(Volume);
  protected readonly isOpen = signal(false);
}
