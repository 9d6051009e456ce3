import { inject } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Calls } from '../../client/call/state/calls';
import { RoomLevels } from '../../client/notifications/room-levels';
import { RoomAttention } from '../../client/reading/room-attention';
import { FoldedSections, type SectionName } from '../../client/rooms/folded-sections';
import { RoomOnPage } from '../../client/rooms/room-on-page';

/**
 * The rooms that a section of the sidebar lists: all, or in a folded one those that need the user now. Created in an
 * injection context.
 */
export class SectionFilter {
  private readonly folded = inject(FoldedSections);
  private readonly levels = inject(RoomLevels);
  private readonly attention = inject(RoomAttention);
  private readonly calls = inject(Calls);
  private readonly onPage = inject(RoomOnPage);

  constructor(private readonly section: SectionName) {}

  /** The user wants to be told of nothing there. */
  isHushed(roomId: RoomId): boolean {
    return this.levels.levelOf(roomId) === 'nothing';
  }

  shows(roomId: RoomId): boolean {
    if (!this.folded.has(this.section)) return true;
    const waits = this.attention.unreadIn(roomId) !== undefined && !this.isHushed(roomId);
    return waits || roomId === this.onPage.roomId() || this.calls.people().has(roomId);
  }
}
