import { inject, Injectable } from '@angular/core';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { action, type PaletteEntry } from './palette-entry';

/** The palette's actions for the call: of the room on the page, and of the call this tab is in. */
@Injectable()
export class PaletteCall {
  private readonly launcher = inject(CallLauncher);
  private readonly currentCall = inject(CurrentCall);
  private readonly voice = inject(OwnVoiceState);
  private readonly onPage = inject(RoomOnPage);

  entries(): readonly PaletteEntry[] {
    const here = this.onPage.roomId();
    const inCall = this.currentCall.roomId();
    const { voice } = this;
    return [
      ...(here !== null && here !== inCall ? [action('Join call', 'phone', () => void this.launcher.join(here))] : []),
      ...(inCall === null
        ? []
        : [
            action(voice.muted() ? 'Unmute' : 'Mute', 'microphone', () => voice.toggleMute()),
            action(voice.deafened() ? 'Undeafen' : 'Deafen', 'headphones', () => voice.toggleDeafen()),
            action('Leave call', 'hang-up', () => this.launcher.leave()),
          ]),
    ];
  }
}
