import { Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { AccountList } from './account-list';
import { ActList } from './act-list';
import { MemberInvites } from './member-invites';

const views = ['Accounts', 'Log'] as const;

/** The admins' page about people: all accounts, and the log of admin actions. */
@Component({
  selector: 'dcc-people-page',
  imports: [AccountList, ActList, Icon, MemberInvites, RouterLink, Translate],
  template: `
    <div class="main">
      <header class="bar">
        <a class="icon-button only-phone" routerLink="/" [attr.aria-label]="'Back to rooms' | t"
          ><dcc-icon name="back"
        /></a>
        <h1>{{ 'People' | t }}</h1>
      </header>
      <div class="settings">
        <div class="segments" role="radiogroup" [attr.aria-label]="'View' | t">
          @for (name of views; track name) {
            <label>
              <input type="radio" name="view" [checked]="view() === name" (change)="view.set(name)" />
              <span>{{ name | t }}</span>
            </label>
          }
        </div>
        <section [attr.aria-label]="view() | t">
          @if (view() === 'Accounts') {
            <dcc-member-invites />
            <dcc-account-list />
          } @else {
            <dcc-act-list />
          }
        </section>
      </div>
    </div>
  `,
})
export class PeoplePage {
  protected readonly views = views;
  protected readonly view = signal<(typeof views)[number]>('Accounts');
}
