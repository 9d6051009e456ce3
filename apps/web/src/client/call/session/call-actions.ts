import { inject, Injectable } from '@angular/core';
import type { PeerId, RoomId } from '@devchitchat/contracts';
import { CurrentCall } from '../state/current-call';
import { RejoinOffer } from '../state/rejoin-offer';
import { CallSessionHolder } from './call-session-holder';
import { CallSessionFactory } from './call-session-factory';
import { LocalMedia } from './local-media';
import { RemoteAudio } from './remote-audio';
import type { SessionEnding } from './session-ending';

/** Joins and leaves calls. The call goes on while the user reads other rooms. */
@Injectable()
export class CallActions {
  private readonly currentCall = inject(CurrentCall);
  private readonly active = inject(CallSessionHolder);
  private readonly sessions = inject(CallSessionFactory);
  private readonly rejoinOffer = inject(RejoinOffer);
  private readonly media = inject(LocalMedia);
  private readonly audio = inject(RemoteAudio);

  /** Joins a room's call and leaves the current one. Call it in a click handler. */
  async join(roomId: RoomId, takeOver: boolean): Promise<void> {
    this.stop();
    if (!takeOver && this.sessions.isJoinedElsewhere(roomId)) {
      this.currentCall.offerMove(roomId);
      return;
    }
    const session = this.sessions.create({ roomId, takeOver }, (ending) => {
      this.end(roomId, ending);
    });
    this.active.start(session);
    this.rejoinOffer.remember(roomId);
    this.audio.open();
    const mediaOpened = this.media.open();
    await session.ensureJoined();
    await mediaOpened;
  }

  leave(): void {
    this.rejoinOffer.forget();
    this.stop();
    this.currentCall.leave();
  }

  /** Leaves because the page is being unloaded, and offers to rejoin when it is back. */
  suspend(): void {
    const session = this.active.current();
    if (!session) return;
    this.rejoinOffer.remember(session.roomId, true);
    this.stop();
    this.currentCall.leave();
  }

  /** Replaces the connection to a peer. */
  reconnect(peerId: PeerId): void {
    this.active.current()?.mesh.renew(peerId);
  }

  private end(roomId: RoomId, ending: SessionEnding): void {
    this.leave();
    if ('elsewhere' in ending) this.currentCall.offerMove(roomId);
    else this.currentCall.end(roomId, ending);
  }

  private stop(): void {
    this.active.stop();
    this.media.close();
    this.audio.close();
  }
}
