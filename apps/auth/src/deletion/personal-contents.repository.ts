import { authEvents, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** Types of events whose content was written by their actor. A bot's names belong to the bot. */
const written: readonly string[] = [authEvents.inviteCreated.type, authEvents.userDisabled.type];

/**
 * Finds the events with content about or by a person. Scans all content: an index would slow every sign-in for
 * something that happens once per account.
 */
@Injectable()
export class PersonalContents {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    const events = 'SELECT event_id FROM event_contents JOIN events USING (event_id)';
    this.statements = {
      about: sqlite.prepare<[UserId], number>(`${events} WHERE body_json ->> 'userId' = ?`).pluck(),
      by: sqlite
        .prepare<[UserId, string], number>(
          `${events} WHERE actor_user_id = ? AND type IN (SELECT value FROM json_each(?))`,
        )
        .pluck(),
    };
  }

  /** Events with the person's names, their devices, and the reasons given to them. */
  about(userId: UserId): readonly number[] {
    return this.statements.about.all(userId);
  }

  /** Events with the person's invite notes and their reasons for disabling accounts. */
  by(userId: UserId): readonly number[] {
    return this.statements.by.all(userId, JSON.stringify(written));
  }
}
