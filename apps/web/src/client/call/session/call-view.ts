import { computed, inject, Injectable } from '@angular/core';
import { Directory } from '../../people/directory';
import { Session } from '../../session/session';
import { OwnVoiceState } from '../voice/own-voice-state';
import { CallSessionHolder } from './call-session-holder';
import { LinkMonitor } from './link-monitor';
import { LocalMedia } from './local-media';
import { participantsOf, type Participant } from './participants';
import { ownTiles, remoteTiles, type Tile } from './tiles';

/** The active call as the stage displays it. */
@Injectable()
export class CallView {
  private readonly active = inject(CallSessionHolder);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly monitor = inject(LinkMonitor);
  private readonly media = inject(LocalMedia);
  private readonly voice = inject(OwnVoiceState);
  private readonly nameOf = this.directory.nameOf.bind(this.directory);

  /** Everyone in the call except this tab. */
  readonly participants = computed<readonly Participant[]>(() => {
    const session = this.active.observe();
    const isStalled = this.monitor.isStalled.bind(this.monitor);
    return session ? participantsOf(session.roster, { links: session.mesh.links, nameOf: this.nameOf, isStalled }) : [];
  });
  readonly tiles = computed<readonly Tile[]>(() => {
    const session = this.active.observe();
    return session ? [...this.own(), ...remoteTiles(session.roster, session.mesh.links, this.nameOf)] : [];
  });

  private own(): readonly Tile[] {
    const peerId = this.active.peerId();
    const me = this.session.me();
    if (!peerId || !me) return [];
    const [camera, screen] = [this.media.camera, this.media.screen].map(({ stream }) => stream()?.getVideoTracks()[0]);
    const voice = { muted: this.voice.muted(), deafened: this.voice.deafened() };
    return ownTiles({ peerId, name: me.displayName, voice, camera, screen });
  }
}
