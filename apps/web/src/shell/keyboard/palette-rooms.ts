import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { UserId } from '@devchitchat/contracts';
import { Directs } from '../../client/directs/directs';
import { Directory } from '../../client/people/directory';
import { ReadMarks } from '../../client/reading/read-marks';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { t } from '../../platform/language/t';
import type { PaletteEntry } from './palette-entry';

/** The palette's rooms and people. */
@Injectable()
export class PaletteRooms {
  private readonly rooms = inject(Rooms);
  private readonly directs = inject(Directs);
  private readonly directory = inject(Directory);
  private readonly reading = inject(ReadMarks);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** The user's rooms, those with unread messages first. */
  roomEntries(): readonly PaletteEntry[] {
    const unread = this.reading.unread();
    return this.rooms
      .list()
      .map((room) => ({ room, count: unread.get(room.roomId)?.messages ?? 0 }))
      .sort((one, other) => Math.sign(other.count) - Math.sign(one.count))
      .map(({ room, count }) => ({
        key: room.roomId,
        icon: room.kind === 'private' ? 'lock' : 'hash',
        label: room.name,
        alias: room.topic,
        note: count > 0 ? t('{count} unread', { count }) : t('Room'),
        run: () => void this.router.navigate(['/room', room.roomId]),
      }));
  }

  /** People with an active account: choosing one opens the conversation with them. */
  peopleEntries(): readonly PaletteEntry[] {
    const me = this.session.me()?.userId;
    return [...this.directory.users().values()]
      .filter(({ userId, active, isBot }) => userId !== me && active && !isBot)
      .map(({ userId, displayName, handle }) => ({
        key: userId,
        icon: 'people',
        label: displayName,
        alias: handle,
        note: t('Direct message'),
        run: () => void this.write(userId),
      }));
  }

  private async write(userId: UserId): Promise<void> {
    const opened = await this.directs.open([userId]);
    if (opened.ok) await this.router.navigate(['/room', opened.value]);
  }
}
