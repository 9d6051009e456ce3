import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { limits, type Account, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Presence } from '../../client/presence/presence';
import { Session } from '../../client/session/session';
import { dateOf, momentOf } from '../../platform/time/times';
import { Avatar } from '../../parts/avatar';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { Menu } from '../../platform/design/menu';
import { MenuItem } from '../../platform/design/menu-item';
import { ActOnAccount, type AccountDeed } from './act-on-account';
import { RecoveryLink } from './recovery-link';
import { accountNow } from './shown-account';

/** All accounts, and the actions of an admin on each. */
@Component({
  selector: 'dcc-account-list',
  imports: [ActOnAccount, Avatar, Field, Menu, MenuItem, RecoveryLink, Translate],
  templateUrl: './account-list.html',
})
export class AccountList {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly presence = inject(Presence);

  protected readonly searchLength = limits.displayNameLength;
  protected readonly search = signal('');
  protected readonly accounts = pagedList(
    this.connection,
    'user.list_accounts',
    () => ({ search: this.search() }),
    ({ accounts }) => accounts,
  );
  protected readonly enabling = new Action();
  protected readonly acting = signal<{ readonly deed: AccountDeed; readonly account: Account } | null>(null);
  protected readonly recovering = signal<Account | null>(null);

  protected readonly listed = computed(() =>
    this.accounts.items()?.flatMap((listed) => {
      const account = accountNow(listed, this.directory.users());
      const isMe = account?.user.userId === this.session.me()?.userId;
      return account ? [{ account, isMe, summary: this.summaryOf(account) }] : [];
    }),
  );

  constructor() {
    // After a page reload this is created before the connection is back.
    effect(() => {
      this.search();
      if (this.connection.state() === 'online') void untracked(() => this.accounts.load());
    });
  }

  /** All sessions of this account ended. */
  protected signedOut(userId: UserId): void {
    this.accounts.update((accounts) =>
      accounts.map((account) =>
        account.user.userId === userId ? { ...account, sessions: 0, lastSeenAt: null } : account,
      ),
    );
  }

  protected async enable(userId: UserId): Promise<void> {
    await this.enabling.run(() => this.connection.ask('user.enable', { userId }));
  }

  private summaryOf({ user, state, disabledAt, sessions, lastSeenAt }: Account): string {
    const since = t('since {day}', { day: dateOf(user.createdAt) });
    const present = {
      active: sessions === 0 ? t('not signed in') : t('{count} devices', { count: sessions }),
      disabled: disabledAt === null ? t('disabled') : t('disabled {moment}', { moment: momentOf(disabledAt) }),
      imported: t('imported, can’t sign in'),
    }[state];
    const now = this.presence.of(user.userId);
    const isHere = now !== null && now !== 'offline';
    const seen = isHere || lastSeenAt === null ? [] : [t('Last seen {moment}', { moment: momentOf(lastSeenAt) })];
    return [`@${user.handle}`, present, ...seen, since].join(' · ');
  }
}
