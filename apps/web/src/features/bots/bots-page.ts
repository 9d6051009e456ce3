import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Bot } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { wholeList } from '../../client/connection/whole-list';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { momentOf } from '../../platform/time/times';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';
import { NewBot } from './new-bot';
import { RevokeBot } from './revoke-bot';

/** The admins' page of bots: which there are, a new one, and the end of one. */
@Component({
  selector: 'dcc-bots-page',
  imports: [Avatar, Icon, NewBot, RevokeBot, RouterLink, Translate],
  templateUrl: './bots-page.html',
})
export class BotsPage {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly isAdmin = inject(Session).isAdmin;
  private readonly bots = signal<readonly Bot[] | null>(null);
  protected readonly problem = signal('');
  protected readonly makesOne = signal(false);
  protected readonly revoking = signal<Bot | null>(null);
  protected readonly listed = computed(() =>
    this.bots()?.map((bot) => ({
      bot,
      isLive: bot.revokedAt === null,
      summary:
        bot.revokedAt === null
          ? `@${bot.user.handle} · ${this.origin(bot)}, ${momentOf(bot.user.createdAt)}`
          : `@${bot.user.handle} · ${t('revoked {moment}', { moment: momentOf(bot.revokedAt) })}`,
    })),
  );

  constructor() {
    // After a reload the page stands before its connection does.
    effect(() => {
      if (this.connection.state() === 'online') void this.load();
    });
  }

  private origin({ createdBy }: Bot): string {
    return createdBy ? t('made by {name}', { name: this.directory.nameOf(createdBy) }) : t('made at the server');
  }

  protected add(bot: Bot): void {
    this.bots.update((bots) => [bot, ...(bots ?? [])]);
  }

  protected async revoked(): Promise<void> {
    this.revoking.set(null);
    await this.load();
  }

  protected async load(): Promise<void> {
    const reply = await wholeList(this.connection, 'bot.list', {}, ({ bots }) => bots);
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) this.bots.set(reply.value);
  }
}
