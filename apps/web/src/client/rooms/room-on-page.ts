import { Injectable, signal } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';

/** The room that this tab displays. */
@Injectable({ providedIn: 'root' })
export class RoomOnPage {
  readonly roomId = signal<RoomId | null>(null);
}
