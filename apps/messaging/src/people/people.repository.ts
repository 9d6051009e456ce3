import type { ServiceName, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { PersonRow } from './person.entity';

/** What this service knows of people: auth's facts, followed event by event. Written to inside GroupCommit only. */
@Injectable()
export class PeopleRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      known: sqlite.prepare<[UserId], number>('SELECT EXISTS (SELECT 1 FROM people WHERE user_id = ?)').pluck(),
      register: sqlite.prepare(
        'INSERT OR REPLACE INTO people (user_id, handle, display_name, role) VALUES (?, ?, ?, ?)',
      ),
      rename: sqlite.prepare('UPDATE people SET display_name = ? WHERE user_id = ?'),
      cursor: sqlite.prepare<[ServiceName], number>('SELECT event_id FROM feed_cursors WHERE service = ?').pluck(),
      moveCursor: sqlite.prepare('INSERT OR REPLACE INTO feed_cursors (service, event_id) VALUES (?, ?)'),
    };
  }

  isKnown(userId: UserId): boolean {
    return this.statements.known.get(userId) === 1;
  }

  register({ userId, handle, displayName, role }: PersonRow): void {
    this.statements.register.run(userId, handle, displayName, role);
  }

  rename(userId: UserId, displayName: string | null): void {
    this.statements.rename.run(displayName, userId);
  }

  /** The last event of auth's log that is applied here. */
  cursor(): number {
    return this.statements.cursor.get('auth') ?? 0;
  }

  moveCursor(eventId: number): void {
    this.statements.moveCursor.run('auth', eventId);
  }
}
