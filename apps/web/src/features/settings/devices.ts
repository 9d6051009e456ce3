import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import type { authCommands, Session as Device, SessionId, ValueOf } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { wholeList } from '../../client/connection/whole-list';
import { appLink } from '../../client/links/app-link';
import { timeLeft } from '../../client/links/link-state';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { momentOf } from '../../platform/time/times';
import { CopyLink } from '../../platform/design/copy-link';
import { Icon } from '../../platform/design/icon';

type DeviceCode = ValueOf<typeof authCommands.deviceCodeCreate>;

/** Where one is signed in, and how to sign in somewhere else. */
@Component({
  selector: 'dcc-devices',
  imports: [CopyLink, Icon, Translate],
  templateUrl: './devices.html',
})
export class Devices {
  private readonly connection = inject(Connection);
  protected readonly devices = signal<readonly Device[] | null>(null);
  protected readonly problem = signal('');
  private readonly made = signal<DeviceCode | null>(null);
  private readonly now = signal(serverNow());
  protected readonly code = computed(() => {
    const made = this.made();
    if (!made || made.expiresAt <= this.now()) return null;
    return {
      words: made.code.replace(/^(.{5})(.{5})$/, '$1-$2').toUpperCase(),
      href: appLink('device', made.code),
      ends: timeLeft(made.expiresAt, this.now()),
    };
  });

  constructor() {
    // After a reload the page stands before its connection does.
    effect(() => {
      if (this.connection.state() === 'online') void this.load();
    });
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
    const reply = await this.connection.ask('auth.device_code_create', {});
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (!reply.ok) return;
    this.now.set(serverNow());
    this.made.set(reply.value);
  }

  protected async revoke(sessionId: SessionId): Promise<void> {
    const reply = await this.connection.ask('auth.session_revoke', { sessionId });
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) await this.load();
  }

  protected async load(): Promise<void> {
    const reply = await wholeList(this.connection, 'auth.session_list', {}, ({ sessions }) => sessions);
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) this.devices.set(reply.value);
  }
}
