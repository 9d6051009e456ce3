import { Component, inject } from '@angular/core';
import { Connection } from '../../client/connection/connection';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Translate } from '../../platform/language/translate';

/** The switch by which admins let members invite people to the server. */
@Component({
  selector: 'dcc-member-invites',
  imports: [Translate],
  template: `
    <label class="check">
      <input
        type="checkbox"
        [checked]="session.settings().membersMayInvite"
        [disabled]="change.busy()"
        aria-describedby="member-invites-hint"
        (change)="allow(box)"
        #box
      />
      <span>
        {{ 'Members may invite people' | t }}
        <small id="member-invites-hint">{{
          'Each member can have {max} open links. Turning it off closes them; people who joined stay.'
            | t: { max: session.limits().openInvitesPerMember }
        }}</small>
      </span>
    </label>
    @if (change.problem(); as problem) {
      <p class="notice problem" role="alert">{{ problem }}</p>
    }
  `,
})
export class MemberInvites {
  private readonly connection = inject(Connection);
  protected readonly session = inject(Session);
  protected readonly change = new Action();

  protected async allow(box: HTMLInputElement): Promise<void> {
    const membersMayInvite = box.checked;
    const reply = await this.change.run(() => this.connection.ask('server.settings_update', { membersMayInvite }));
    if (!reply?.ok) box.checked = this.session.settings().membersMayInvite;
  }
}
