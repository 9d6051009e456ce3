import { authEvents, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** Whose contents are words of who did it. The names of a bot are the bot's. */
const written: readonly string[] = [authEvents.inviteCreated.type, authEvents.userDisabled.type];

/**
 * The events that hold words about somebody, or words of theirs. Looks through every content there is, because an index
 * would cost every sign-in something for what happens once in the life of an account.
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

  /** Names they went by, devices they came with, reasons they were given. */
  about(userId: UserId): readonly number[] {
    return this.statements.about.all(userId);
  }

  /** Notes on invites, and reasons for disabling somebody. */
  by(userId: UserId): readonly number[] {
    return this.statements.by.all(userId, JSON.stringify(written));
  }
}
