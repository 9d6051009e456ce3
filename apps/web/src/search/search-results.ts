import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { messagingCommands, type Message, type Room, type ValueOf } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Directory } from '../people/directory';
import { Rooms } from '../rooms/rooms';
import { momentOf } from '../timeline/times';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { snippetParts } from './snippet';

type Hit = ValueOf<typeof messagingCommands.searchQuery>['hits'][number];

/** What was found, best first; each one leads to its message. */
@Component({
  selector: 'dcc-search-results',
  imports: [Avatar, Icon, RouterLink],
  host: { class: 'side-panel' },
  templateUrl: './search-results.html',
})
export class SearchResults {
  readonly text = input.required<string>();
  readonly here = input.required<Room>();
  readonly closed = output();
  readonly chosen = output<Message>();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  private readonly rooms = inject(Rooms);

  protected readonly onlyHere = signal(false);
  protected readonly problem = signal('');
  private readonly hits = signal<readonly Hit[] | null>(null);
  protected readonly found = computed(() =>
    this.hits()?.map(({ message, snippet }) => ({
      message,
      parts: snippetParts(snippet),
      author: this.directory.nameOf(message.userId),
      room: this.rooms.held().get(message.roomId)?.room.name ?? '…',
      moment: momentOf(message.ts),
    })),
  );

  constructor() {
    effect(() => {
      const scope = this.onlyHere() ? { roomId: this.here().roomId } : {};
      void this.search(this.text(), scope);
    });
  }

  private async search(text: string, scope: { roomId?: Room['roomId'] }): Promise<void> {
    const reply = await this.connection.ask(messagingCommands.searchQuery, { text, ...scope });
    // Answers may come back in another order than they were asked for.
    if (text !== this.text()) return;
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) this.hits.set(reply.value.hits);
  }
}
