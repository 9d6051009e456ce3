import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Rooms } from '../../client/rooms/rooms';

/** Opens a room's invite link: goes to the room, or explains why not. */
@Component({
  selector: 'dcc-room-invite-page',
  imports: [RouterLink, Translate],
  template: `
    <div class="standalone">
      @if (problem(); as problem) {
        <h1>{{ 'This link doesn’t work' | t }}</h1>
        <p>{{ problem }}</p>
        <div class="actions">
          <button type="button" class="secondary" (click)="enter()">{{ 'Try again' | t }}</button>
          <a class="primary" routerLink="/">{{ 'Back to your rooms' | t }}</a>
        </div>
      } @else {
        <p>{{ 'Opening the room…' | t }}</p>
      }
    </div>
  `,
})
export class RoomInvitePage {
  readonly token = input.required<string>();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly router = inject(Router);
  protected readonly problem = signal('');

  constructor() {
    // The router keeps the page when the user opens another link in the same tab.
    effect(() => {
      this.token();
      untracked(() => void this.enter());
    });
  }

  protected async enter(): Promise<void> {
    this.problem.set('');
    const token = this.token();
    const reply = await this.connection.ask('room.invite_redeem', { token });
    if (token !== this.token()) return;
    if (!reply.ok) {
      this.problem.set(reply.error.message);
      return;
    }
    this.rooms.enter(reply.value);
    await this.router.navigate(['/room', reply.value.room.roomId], { replaceUrl: true });
  }
}
