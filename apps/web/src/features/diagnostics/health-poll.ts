import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import type { diagnosticsCommands as diagnostics, ValueOf } from '@devchitchat/contracts';
import { coalesced } from '../../client/connection/coalesced';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { PageVisible } from '../../platform/design/page-visible';

type Snapshot = ValueOf<typeof diagnostics.diagSnapshot>;
type Series = ValueOf<typeof diagnostics.diagHistory>['series'];

/** Milliseconds between two requests while the page is visible. The services report at the same interval. */
const snapshotEvery = 2_000;
const historyEvery = 20_000;

/** Polls the server's health while its page exists and is visible. */
@Injectable()
export class HealthPoll {
  private readonly connection = inject(Connection);
  private readonly page = inject(PageVisible);

  private readonly latest = signal<Snapshot | null>(null);
  /** The latest snapshot; outdated while `problem` is not empty. */
  readonly snapshot = this.latest.asReadonly();
  private readonly answered = linkedSignal({
    source: () => [this.connection.state(), this.page.visible()],
    computation: () => false,
  });
  /** The snapshot arrived on this connection, since the page became visible. */
  readonly isAnswered = this.answered.asReadonly();
  private readonly refusal = signal('');
  readonly problem = computed(() =>
    this.connection.state() === 'online' ? this.refusal() : t('The gateway can’t be reached.'),
  );

  readonly minutes = signal(60);
  private readonly heard = signal<Series>([]);
  readonly series = this.heard.asReadonly();

  private readonly loadSnapshot = coalesced(async () => {
    const reply = await this.connection.ask('diag.snapshot', {});
    if (reply.ok) {
      this.latest.set(reply.value);
      this.answered.set(true);
    }
    this.refusal.set(reply.ok ? '' : sentence(reply.error.code, reply.error.message));
  });
  private readonly loadHistory = coalesced(async () => {
    const reply = await this.connection.ask('diag.history', { minutes: untracked(this.minutes) });
    if (reply.ok) this.heard.set(reply.value.series);
  });

  constructor() {
    const polls = [
      setInterval(() => void this.whileSeen(this.loadSnapshot), snapshotEvery),
      setInterval(() => void this.whileSeen(this.loadHistory), historyEvery),
    ];
    inject(DestroyRef).onDestroy(() => {
      for (const poll of polls) clearInterval(poll);
    });
    effect(() => {
      this.minutes();
      if (this.connection.state() !== 'online' || !this.page.visible()) return;
      void this.loadSnapshot();
      void this.loadHistory();
    });
  }

  private async whileSeen(load: () => Promise<void>): Promise<void> {
    if (this.page.visible() && this.connection.state() === 'online') await load();
  }
}

const sentence = (code: string, message: string): string =>
  code === 'unavailable' ? t('diagnostics isn’t responding.') : message;
