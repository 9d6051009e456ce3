import { Component, computed, inject, input } from '@angular/core';
import { mayEndCall } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import type { HeldRoom } from '../../client/rooms/held-room';
import { roleIn } from '../../client/rooms/member-rights';
import { Session } from '../../client/session/session';
import { MenuItem } from '../../platform/design/menu-item';
import { Calls } from '../../client/call/state/calls';

/**
 * Menu item that ends a room's call for everyone: for moderators, and for both members of a direct conversation. Participants
 * can join again.
 */
@Component({
  selector: 'dcc-end-call',
  imports: [MenuItem, Translate],
  template: `
    @if (call()) {
      <button dccMenuItem icon="hang-up" class="danger" (click)="end()">{{ 'End call for everyone' | t }}</button>
    }
  `,
})
export class EndCall {
  readonly held = input.required<HeldRoom>();
  private readonly calls = inject(Calls);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);

  protected readonly call = computed(() => {
    const held = this.held();
    return mayEndCall(held.room, roleIn(held, this.session.me()))
      ? this.calls.byRoom().get(held.room.roomId)
      : undefined;
  });

  /** Shows no error: after a refusal the call is still visible. */
  protected async end(): Promise<void> {
    const call = this.call();
    if (call) await this.connection.ask('rtc.end_call', { callId: call.callId });
  }
}
