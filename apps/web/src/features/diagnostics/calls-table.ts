import { Component, computed, inject, input } from '@angular/core';
import { linkState, type CallReport, type CallsReport, type RoomId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { RoomNames } from '../../client/rooms/room-names';
import { exactTime } from './units';

/**
 * The participants of all calls, and the state of the links between their browsers. Rooms that the admin is not in have
 * no name here.
 */
@Component({
  selector: 'dcc-calls-table',
  imports: [Translate],
  templateUrl: './calls-table.html',
})
export class CallsTable {
  readonly calls = input.required<CallsReport | null>();
  private readonly names = inject(RoomNames);
  private readonly directory = inject(Directory);
  protected readonly rows = computed(() =>
    (this.calls()?.calls ?? []).flatMap((call) =>
      call.peers.map((peer) => ({
        room: this.roomName(call.roomId),
        who: this.directory.nameOf(peer.userId),
        since: exactTime(peer.joinedAt),
        shows: peer.streams.map((kind) => t(kind)).join(', ') || t('nothing'),
        links: linksOf(peer),
      })),
    ),
  );

  protected readonly summary = computed(() => {
    const { callCount = 0, calls = [] } = this.calls() ?? {};
    if (callCount === 0) return t('No one is in a call.');
    return t(callCount > calls.length ? '{count} running; the longest:' : '{count} running', { count: callCount });
  });

  private roomName(roomId: RoomId): string {
    return this.names.ofId(roomId) ?? roomId;
  }
}

const linksOf = ({ links }: CallReport['peers'][number]) =>
  linkState.options.flatMap((state) => {
    const count = links[state];
    return count === undefined ? [] : [{ state, count }];
  });
