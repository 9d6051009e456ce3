import { Injectable, signal } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import type { CallEnding } from './call-ending';

/** The only owner of which call this tab is in. The code of the call itself loads with the first one and reports here. */
@Injectable()
export class CurrentCall {
  private readonly current = signal<RoomId | null>(null);
  private readonly lastEnding = signal<{ readonly roomId: RoomId; readonly ending: CallEnding } | null>(null);
  private readonly otherDevice = signal<RoomId | null>(null);

  /** The room whose call this tab is in or joining. */
  readonly roomId = this.current.asReadonly();
  /** Set when a call ended without the user leaving it, until they dismiss the notice or join another call. */
  readonly ended = this.lastEnding.asReadonly();
  /** The room whose call the user tried to join while in it on another device. They are asked whether to move it here. */
  readonly elsewhere = this.otherDevice.asReadonly();

  join(roomId: RoomId): void {
    this.dismissEnding();
    this.dismissElsewhere();
    this.current.set(roomId);
  }

  leave(): void {
    this.current.set(null);
  }

  end(roomId: RoomId, ending: CallEnding): void {
    this.leave();
    this.lastEnding.set({ roomId, ending });
  }

  offerMove(roomId: RoomId): void {
    this.leave();
    this.otherDevice.set(roomId);
  }

  dismissEnding(): void {
    this.lastEnding.set(null);
  }

  dismissElsewhere(): void {
    this.otherDevice.set(null);
  }
}
