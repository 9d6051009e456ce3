import { authEvents, isEvent, type AnyEvent, type EventOf, type ServerRole, type UserId } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { handleKeyOf } from './user';

type Arrival = EventOf<
  typeof authEvents.userRegistered | typeof authEvents.userImported | typeof authEvents.botCreated
>;

/** All users of this server with their names. */
export class UsersProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      register: sqlite.prepare(
        'INSERT INTO users (user_id, handle, handle_key, display_name, role, is_bot, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      // An omitted part is unchanged, so each has a flag that says whether the event has it.
      profile: sqlite.prepare(
        `UPDATE users SET display_name = :displayName,
          picture = iif(:hasPicture, :picture, picture), tone = iif(:hasTone, :tone, tone),
          bio = iif(:hasBio, :bio, bio), pronouns = iif(:hasPronouns, :pronouns, pronouns)
        WHERE user_id = :userId`,
      ),
      deactivate: sqlite.prepare('UPDATE users SET active = 0 WHERE user_id = ?'),
      disable: sqlite.prepare('UPDATE users SET active = 0, disabled_at = ? WHERE user_id = ?'),
      enable: sqlite.prepare('UPDATE users SET active = 1, disabled_at = NULL WHERE user_id = ?'),
      changeRole: sqlite.prepare('UPDATE users SET role = ? WHERE user_id = ?'),
      forget: sqlite.prepare(
        `UPDATE users SET handle = NULL, handle_key = NULL, display_name = NULL, role = 'member', active = 0,
          disabled_at = NULL, picture = NULL, tone = NULL, bio = NULL, pronouns = NULL
        WHERE user_id = ?`,
      ),
      clear: sqlite.prepare('DELETE FROM users'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(authEvents.userRegistered, event)) {
      this.register(event.body.userId, event.body.role, event);
    } else if (isEvent(authEvents.botCreated, event)) {
      this.register(event.body.userId, 'member', event, true);
    } else if (isEvent(authEvents.userImported, event)) {
      // Imported people cannot sign in; the row only names the author of imported messages.
      this.register(event.body.userId, 'member', event, event.body.isBot);
      this.statements.deactivate.run(event.body.userId);
    } else if (isEvent(authEvents.userProfileChanged, event)) {
      this.changeProfile(event);
    } else if (isEvent(authEvents.botRevoked, event)) {
      this.statements.deactivate.run(event.body.userId);
    } else if (isEvent(authEvents.userDisabled, event)) {
      this.statements.disable.run(event.ts, event.body.userId);
    } else if (isEvent(authEvents.userEnabled, event)) {
      this.statements.enable.run(event.body.userId);
    } else if (isEvent(authEvents.userRoleChanged, event)) {
      this.statements.changeRole.run(event.body.role, event.body.userId);
    } else if (isEvent(authEvents.userDeleted, event)) {
      this.statements.forget.run(event.body.userId);
    }
  }

  /** Erased content belongs to an account that is deleted. */
  private changeProfile({ body, content }: EventOf<typeof authEvents.userProfileChanged>): void {
    const { displayName = null, picture, tone, bio, pronouns } = content ?? {};
    this.statements.profile.run({
      userId: body.userId,
      displayName,
      ...{ picture: picture ?? null, hasPicture: picture === undefined ? 0 : 1 },
      ...{ tone: tone ?? null, hasTone: tone === undefined ? 0 : 1 },
      ...{ bio: bio ?? null, hasBio: bio === undefined ? 0 : 1 },
      ...{ pronouns: pronouns ?? null, hasPronouns: pronouns === undefined ? 0 : 1 },
    });
  }

  private register(userId: UserId, role: ServerRole, { content, ts }: Arrival, isBot = false): void {
    const handle = content?.handle ?? null;
    const handleKey = handle && handleKeyOf(handle);
    this.statements.register.run(userId, handle, handleKey, content?.displayName ?? null, role, isBot ? 1 : 0, ts);
  }

  clear(): void {
    this.statements.clear.run();
  }
}
