import { authEvents, isEvent, type AnyEvent, type EventOf, type ServerRole, type UserId } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { handleKeyOf } from './user';

type Arrival = EventOf<typeof authEvents.userRegistered | typeof authEvents.botCreated>;

/** Who is on this server, by what names. */
export class UsersProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      register: sqlite.prepare(
        'INSERT INTO users (user_id, handle, handle_key, display_name, role, is_bot, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      rename: sqlite.prepare('UPDATE users SET display_name = ? WHERE user_id = ?'),
      clear: sqlite.prepare('DELETE FROM users'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(authEvents.userRegistered, event)) {
      this.register(event.body.userId, event.body.role, event);
    } else if (isEvent(authEvents.botCreated, event)) {
      this.register(event.body.userId, 'member', event, true);
    } else if (isEvent(authEvents.userProfileChanged, event)) {
      this.statements.rename.run(event.content?.displayName ?? null, event.body.userId);
    }
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
