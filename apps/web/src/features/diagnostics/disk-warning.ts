import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ServiceReport } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { coalesced } from '../../client/connection/coalesced';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { PageVisible } from '../../platform/design/page-visible';
import { diskState, diskText, type DiskState } from './disk-text';

/** Milliseconds between two requests. A disk fills over hours. */
const checkEveryMs = 60_000;

/** Warns admins that the server's disk is full or nearly full, until they dismiss it. */
@Component({
  selector: 'dcc-disk-warning',
  imports: [Icon, RouterLink, Translate],
  template: `
    @if (shown()) {
      <p class="notice problem" role="alert">
        <span
          >{{ text() }} <a routerLink="/diagnostics">{{ 'Open diagnostics' | t }}</a></span
        >
        <button type="button" class="icon-button" [attr.aria-label]="'Dismiss' | t" (click)="dismissed.set(state())">
          <dcc-icon name="close" />
        </button>
      </p>
    }
  `,
})
export class DiskWarning {
  private readonly connection = inject(Connection);
  private readonly page = inject(PageVisible);
  private readonly services = signal<readonly ServiceReport[]>([]);
  protected readonly text = computed(() => diskText(this.services()));
  protected readonly state = computed(() => diskState(this.services()));
  protected readonly dismissed = signal<DiskState | null>(null);
  /** Shows a dismissed warning again once the disk is in another state. */
  protected readonly shown = computed(() => this.text() !== '' && this.state() !== this.dismissed());

  private readonly ask = coalesced(async () => {
    const reply = await this.connection.ask('diag.snapshot', {});
    if (reply.ok) this.services.set(reply.value.services);
  });

  constructor() {
    const poll = setInterval(() => {
      if (this.isSeen()) void this.ask();
    }, checkEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(poll);
    });
    effect(() => {
      if (this.isSeen()) void this.ask();
    });
  }

  private isSeen(): boolean {
    return this.connection.state() === 'online' && this.page.visible();
  }
}
