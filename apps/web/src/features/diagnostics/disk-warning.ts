import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Connection } from '../../client/connection/connection';
import { coalesced } from '../../client/connection/coalesced';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { PageVisible } from '../../platform/design/page-visible';
import { diskText } from './disk-text';

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
          >{{ words() }} <a routerLink="/diagnostics">{{ 'Open diagnostics' | t }}</a></span
        >
        <button type="button" class="icon-button" [attr.aria-label]="'Dismiss' | t" (click)="dismissed.set(gist())">
          <dcc-icon name="close" />
        </button>
      </p>
    }
  `,
})
export class DiskWarning {
  private readonly connection = inject(Connection);
  private readonly page = inject(PageVisible);
  protected readonly words = signal('');
  protected readonly dismissed = signal('');
  /** The warning without its numbers. */
  protected readonly gist = computed(() => this.words().replace(/\d+(\.\d+)?/g, ''));
  /** Shows a dismissed warning again once it changes, apart from its numbers. */
  protected readonly shown = computed(() => this.words() !== '' && this.gist() !== this.dismissed());

  private readonly ask = coalesced(async () => {
    const reply = await this.connection.ask('diag.snapshot', {});
    if (reply.ok) this.words.set(diskText(reply.value.services));
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
