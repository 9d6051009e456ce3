import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Directs } from '../../client/directs/directs';
import { Session } from '../../client/session/session';

/** The actions of the room menu that need no dialog. */
@Injectable()
export class RoomActions {
  private readonly connection = inject(Connection);
  private readonly directs = inject(Directs);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly lastProblem = signal('');
  /** The reason the last action failed, as a sentence. */
  readonly problem = this.lastProblem.asReadonly();

  /** Makes the signed-in admin the owner of a room that has none. */
  async becomeOwner(roomId: RoomId): Promise<void> {
    const userId = this.session.me()?.userId;
    if (!userId) return;
    const reply = await this.connection.ask('member.set_role', { roomId, userId, role: 'owner' });
    this.lastProblem.set(reply.ok ? '' : reply.error.message);
  }

  /** Removes a direct conversation from the list and leaves its page. */
  async hide(roomId: RoomId): Promise<void> {
    this.lastProblem.set(await this.directs.hide(roomId));
    if (!this.problem()) await this.router.navigate(['/']);
  }

  forgive(): void {
    this.lastProblem.set('');
  }
}
