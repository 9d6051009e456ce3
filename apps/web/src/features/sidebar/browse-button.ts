import { Component, computed, inject, output, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, timedCursorOf } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loadedOnline } from '../../client/connection/loaded';
import { Session } from '../../client/session/session';
import { keepLocally, localText } from '../../platform/browser/local-store';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';

/** Behind every id of a room. */
const lastId = 'r_zzzzzzzzzzzzzzzz';

/** Opens the directory of rooms, with a quiet mark when one was created since the user last looked. */
@Component({
  selector: 'dcc-browse-button',
  imports: [Icon, Translate],
  template: `
    <button
      type="button"
      class="row browse"
      [attr.aria-label]="'Browse rooms' | t"
      [attr.aria-description]="hasNew() ? ('There are new rooms.' | t) : null"
      (click)="browse()"
    >
      <dcc-icon name="compass" />
      <span class="label">{{ 'Browse rooms' | t }}</span>
      @if (hasNew()) {
        <span class="new" aria-hidden="true" [attr.data-text]="'New' | t"></span>
      }
    </button>
  `,
})
export class BrowseButton {
  readonly browses = output();
  private readonly connection = inject(Connection);
  private readonly me = inject(Session).me;
  private readonly key = computed(() => `rooms seen ${this.me()?.userId ?? ''}`);
  private readonly heardNew = signal(false);
  private readonly lookedAt = signal(Number(localText(this.key())));
  /** Only rooms created since; to a newcomer all are new, so none is marked. */
  private readonly created = loadedOnline(() =>
    this.connection.ask('room.list', { after: timedCursorOf(this.lookedAt(), lastId), limit: 50 }),
  );
  protected readonly hasNew = computed(
    () =>
      this.heardNew() ||
      (this.created
        .value()
        ?.rooms.some(({ kind, joined, createdAt }) => kind === 'public' && !joined && createdAt > this.lookedAt()) ??
        false),
  );

  constructor() {
    if (this.lookedAt() === 0) this.look();
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (!isEvent(messagingEvents.roomCreated, event) || event.body.kind !== 'public') return;
      if (event.actorUserId !== this.me()?.userId) this.heardNew.set(true);
    });
  }

  protected browse(): void {
    this.look();
    this.browses.emit();
  }

  private look(): void {
    this.heardNew.set(false);
    this.lookedAt.set(Math.floor(serverNow()));
    keepLocally(this.key(), String(this.lookedAt()));
  }
}
