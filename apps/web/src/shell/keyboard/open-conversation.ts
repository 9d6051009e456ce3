import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { Directs } from '../../client/directs/directs';

/** Goes to the conversation with some people. */
@Injectable()
export class OpenConversation {
  private readonly directs = inject(Directs);
  private readonly router = inject(Router);

  /**
   * Opening lists a hidden conversation again. One that cannot be opened now, because there is no connection or the other
   * account is gone, is shown as it is held.
   */
  async open(userIds: readonly UserId[], held: RoomId | undefined): Promise<void> {
    const isListed = this.directs.list().some(({ room }) => room.roomId === held);
    const opened = isListed ? null : await this.directs.open(userIds);
    const roomId = opened?.ok ? opened.value : held;
    if (roomId) await this.router.navigate(['/room', roomId]);
  }
}
