import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../platform/language/translate';
import { Directory } from '../client/people/directory';
import { Avatar } from './avatar';
import { Calls } from '../client/call/state/calls';
import { ActiveSpeakers } from '../client/call/state/active-speakers';
import { VoiceMarks } from './voice-marks';

/** Participants of a room's call, below the room in the sidebar. */
@Component({
  selector: 'dcc-room-callers',
  imports: [Avatar, Translate, VoiceMarks],
  template: `
    @if (callers().length > 0) {
      <ul [attr.aria-label]="'In the call in {room}' | t: { room: roomName() }">
        @for (caller of callers(); track caller.peerId) {
          <li [class.speaking]="!caller.muted && activeSpeakers.peerIds().has(caller.peerId)">
            <dcc-avatar [userId]="caller.userId" /><span class="name" dir="auto">{{ caller.name }}</span
            ><dcc-voice-marks [muted]="caller.muted" [deafened]="caller.deafened" [streams]="caller.streams" />
          </li>
        }
      </ul>
    }
  `,
})
export class RoomCallers {
  readonly roomId = input.required<RoomId>();
  readonly roomName = input.required<string>();
  protected readonly activeSpeakers = inject(ActiveSpeakers);
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);

  protected readonly callers = computed(() =>
    (this.calls.people().get(this.roomId()) ?? []).map((peer) => ({
      ...peer,
      name: this.directory.nameOf(peer.userId),
    })),
  );
}
