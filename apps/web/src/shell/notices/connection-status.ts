import { Component, computed, inject } from '@angular/core';
import { UnsentEntries } from '../../client/outbox/unsent-entries';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';
import { Session } from '../../client/session/session';
import { Connection, type ConnectionState } from '../../client/connection/connection';

/** Shows the state of the connection. Visible only during a problem; announced to screen readers. */
@Component({
  selector: 'dcc-connection-status',
  host: {
    role: 'status',
    '[attr.aria-label]': 'label',
    '[class.quiet]': 'quiet()',
    '[attr.data-state]': 'connection.state()',
  },
  template: `<span class="signal" aria-hidden="true"></span><span>{{ sentence() }}</span>`,
})
export class ConnectionStatus {
  protected readonly label = t('Connection');
  protected readonly connection = inject(Connection);
  private readonly unsentEntries = inject(UnsentEntries);
  private readonly session = inject(Session);

  protected readonly quiet = computed(() => {
    const state = this.connection.state();
    return state === 'online' || state === 'closed' || state === 'signed-out' || state === 'connecting';
  });

  protected readonly sentence = computed(() => {
    const refusal = this.connection.refusal();
    const state = this.connection.state();
    const waiting = this.unsentEntries.pending().length;
    const trouble = t(sentences[state]);
    // A stranger was never signed in.
    if (state === 'signed-out' && !this.session.lost()) return '';
    if (state !== 'offline' && state !== 'reconnecting') return trouble;
    return [refusal?.message ?? trouble, this.session.me() ? unsent(waiting) : ''].join(' ');
  });
}

const sentences: Readonly<Record<ConnectionState, Label>> = {
  closed: 'Not connected.',
  connecting: 'Connecting…',
  online: 'Connected.',
  reconnecting: 'Reconnecting…',
  offline: 'You’re offline.',
  'signed-out': 'Signed out.',
};

const unsent = (count: number): string =>
  count === 0
    ? t('Your messages are kept and sent later.')
    : t('{count} unsent messages are kept and sent later.', { count });
