import { Component, computed, inject, model, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loaded } from '../../client/connection/loaded';
import { wholeList } from '../../client/connection/whole-list';
import { directoryOf, matching } from '../../client/rooms/room-directory';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { Icon } from '../../platform/design/icon';
import { Rooms } from '../../client/rooms/rooms';
import { serverNow } from '../../platform/time/server-clock';
import { agoInWords } from '../../platform/time/times';

/** How many rooms the list shows at once: a server may have thousands. */
const step = 50;

/** The directory of public rooms: searched, joined from and opened. */
@Component({
  selector: 'dcc-browse-rooms',
  imports: [Dialog, Field, Icon, RouterLink, Translate],
  templateUrl: './browse-rooms.html',
})
export class BrowseRooms {
  /** The search text. */
  readonly text = model('');
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly router = inject(Router);

  private readonly listed = loaded({
    params: () => ({}),
    load: () => wholeList(this.connection, 'room.list', {}, ({ rooms }) => rooms),
  });
  private readonly refusal = signal('');
  protected readonly problem = computed(() => this.refusal() || this.listed.problem());
  protected readonly joining = signal<RoomId | null>(null);
  protected readonly shownAtOnce = signal(step);
  private readonly directory = computed(() => {
    const listed = this.listed.value();
    return listed && directoryOf(listed, serverNow());
  });
  protected readonly isEmpty = computed(() => this.directory()?.length === 0);
  private readonly found = computed(() => {
    const directory = this.directory();
    return directory && matching(directory, this.text());
  });
  protected readonly shown = computed(() => this.found()?.slice(0, this.shownAtOnce()) ?? null);
  protected readonly hasMore = computed(() => (this.found()?.length ?? 0) > this.shownAtOnce());

  protected activity(lastMessageAt: number | null): string {
    if (lastMessageAt === null) return t('no messages yet');
    return t('last message {when}', { when: agoInWords(lastMessageAt, serverNow()) });
  }

  protected search(text: string): void {
    this.text.set(text);
    this.shownAtOnce.set(step);
  }

  protected showMore(): void {
    this.shownAtOnce.update((shownAtOnce) => shownAtOnce + step);
  }

  protected async join(roomId: RoomId): Promise<void> {
    if (this.joining() !== null) return;
    this.joining.set(roomId);
    const reply = await this.connection.ask('room.join', { roomId });
    this.joining.set(null);
    if (!reply.ok) {
      this.refusal.set(reply.error.message);
      // Since the list came, the room may have been deleted, or the user banned from it.
      this.listed.reload();
      return;
    }
    this.rooms.enter(reply.value);
    this.closed.emit();
    await this.router.navigate(['/room', roomId]);
  }

  protected load(): void {
    this.refusal.set('');
    this.listed.reload();
  }
}
