import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Bot } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loadedOnline } from '../../client/connection/loaded';
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

/** Lists the bots for admins, who create and revoke them here. */
@Component({
  selector: 'dcc-bots-page',
  imports: [Avatar, Icon, NewBot, RevokeBot, RouterLink, Translate],
  templateUrl: './bots-page.html',
})
export class BotsPage {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly isAdmin = inject(Session).isAdmin;
  protected readonly bots = loadedOnline(() => wholeList(this.connection, 'bot.list', {}, ({ bots }) => bots));
  protected readonly makesOne = signal(false);
  protected readonly revoking = signal<Bot | null>(null);
  protected readonly listed = computed(() =>
    this.bots.value()?.map((bot) => ({
      bot,
      isLive: bot.revokedAt === null,
      summary:
        bot.revokedAt === null
          ? `@${bot.user.handle} · ${this.origin(bot)}, ${momentOf(bot.user.createdAt)}`
          : `@${bot.user.handle} · ${t('revoked {moment}', { moment: momentOf(bot.revokedAt) })}`,
    })),
  );

  private origin({ createdBy }: Bot): string {
    return createdBy ? t('created by {name}', { name: this.directory.nameOf(createdBy) }) : t('created on the server');
  }

  protected add(bot: Bot): void {
    this.bots.value.update((bots) => [bot, ...(bots ?? [])]);
  }

  protected revoked(): void {
    this.revoking.set(null);
    this.bots.reload();
  }
}
