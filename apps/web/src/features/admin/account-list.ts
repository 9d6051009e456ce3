import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { limits, type Account, type UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { dateOf, momentOf } from '../../platform/time/times';
import { Avatar } from '../../parts/avatar';
import { Field } from '../../platform/design/field';
import { Menu } from '../../platform/design/menu';
import { ActOnAccount, type AccountDeed } from './act-on-account';
import { RecoveryLink } from './recovery-link';
import { accountNow } from './shown-account';

/** Everybody with an account, and what an admin can do about each. */
@Component({
  selector: 'dcc-account-list',
  imports: [ActOnAccount, Avatar, Field, Menu, RecoveryLink, Translate],
  templateUrl: './account-list.html',
})
export class AccountList {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);

  protected readonly searchLength = limits.displayNameLength;
  protected readonly search = signal('');
  private readonly loaded = signal<readonly Account[] | null>(null);
  /** After whom the next page begins; `null` where there is none. */
  protected readonly next = signal<string | null>(null);
  protected readonly problem = signal('');
  private questions = 0;
  protected readonly acting = signal<{ readonly deed: AccountDeed; readonly account: Account } | null>(null);
  protected readonly recovering = signal<Account | null>(null);

  protected readonly listed = computed(() =>
    this.loaded()?.flatMap((listed) => {
      const account = accountNow(listed, this.directory.users());
      const isMe = account?.user.userId === this.session.me()?.userId;
      return account ? [{ account, isMe, summary: this.summaryOf(account) }] : [];
    }),
  );

  constructor() {
    // Also after a reload, where the page stands before its connection does.
    effect(() => {
      this.search();
      if (this.connection.state() === 'online') void untracked(() => this.load());
    });
  }

  protected load(): Promise<void> {
    return this.ask(undefined);
  }

  protected async loadMore(): Promise<void> {
    await this.ask(this.next() ?? undefined);
  }

  /** Nobody of them is signed in any more. */
  protected signedOut(userId: UserId): void {
    this.loaded.update(
      (accounts) =>
        accounts?.map((account) =>
          account.user.userId === userId ? { ...account, sessions: 0, lastSeenAt: null } : account,
        ) ?? null,
    );
  }

  protected async enable(userId: UserId): Promise<void> {
    const reply = await this.connection.ask('user.enable', { userId });
    this.problem.set(reply.ok ? '' : reply.error.message);
  }

  private async ask(after: string | undefined): Promise<void> {
    const question = (this.questions += 1);
    const search = this.search();
    const reply = await this.connection.ask('user.list_accounts', { search, ...(after && { after }) });
    if (question !== this.questions) return;
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (!reply.ok) return;
    const { accounts, next } = reply.value;
    this.loaded.update((before) => (after ? [...(before ?? []), ...accounts] : accounts));
    this.next.set(next);
  }

  private summaryOf({ user, state, disabledAt, sessions, lastSeenAt }: Account): string {
    const since = t('since {day}', { day: dateOf(user.createdAt) });
    const present = {
      active: sessions === 0 ? t('signed in nowhere') : t('{count} devices', { count: sessions }),
      disabled: disabledAt === null ? t('disabled') : t('disabled {moment}', { moment: momentOf(disabledAt) }),
      imported: t('imported, cannot sign in'),
    }[state];
    const seen = lastSeenAt === null ? [] : [t('Last seen {moment}', { moment: momentOf(lastSeenAt) })];
    return [`@${user.handle}`, present, ...seen, since].join(' · ');
  }
}
