import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import type { authCommands, SessionId, ValueOf } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loadedOnline } from '../../client/connection/loaded';
import { wholeList } from '../../client/connection/whole-list';
import { appLink } from '../../client/links/app-link';
import { codeWords } from '../../client/links/link-secret';
import { timeLeft } from '../../client/links/link-state';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { momentOf } from '../../platform/time/times';
import { Action } from '../../platform/design/action';
import { LinkToSend } from '../../parts/link-to-send';
import { Icon } from '../../platform/design/icon';

type DeviceCode = ValueOf<typeof authCommands.deviceCodeCreate>;

/** The user's signed-in devices, and a code to sign in on another one. */
@Component({
  selector: 'dcc-devices',
  imports: [Icon, LinkToSend, Translate],
  templateUrl: './devices.html',
})
export class Devices {
  private readonly connection = inject(Connection);
  private readonly loaded = loadedOnline(() =>
    wholeList(this.connection, 'auth.session_list', {}, ({ sessions }) => sessions),
  );
  protected readonly devices = this.loaded.value;
  private readonly change = new Action();
  protected readonly problem = computed(() => this.change.problem() || this.loaded.problem());
  private readonly made = signal<DeviceCode | null>(null);
  private readonly now = signal(serverNow());
  protected readonly code = computed(() => {
    const made = this.made();
    if (!made || made.expiresAt <= this.now()) return null;
    return {
      words: codeWords(made.code),
      href: appLink('device', codeWords(made.code)),
      ends: timeLeft(made.expiresAt, this.now()),
    };
  });

  constructor() {
    const clock = setInterval(() => {
      this.now.set(serverNow());
    }, 10_000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(clock);
    });
  }

  protected moment(ts: number): string {
    return momentOf(ts);
  }

  protected async makeCode(): Promise<void> {
    const reply = await this.change.run(() => this.connection.ask('auth.device_code_create', {}));
    if (!reply?.ok) return;
    this.now.set(serverNow());
    this.made.set(reply.value);
  }

  protected async revoke(sessionId: SessionId): Promise<void> {
    const reply = await this.change.run(() => this.connection.ask('auth.session_revoke', { sessionId }));
    if (reply?.ok) this.loaded.reload();
  }

  protected load(): void {
    this.change.problem.set('');
    this.loaded.reload();
  }
}
