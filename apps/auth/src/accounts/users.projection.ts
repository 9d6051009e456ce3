import { authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { handleKeyOf } from './user';

/** Who is on this server, by what names. */
export class UsersProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      register: sqlite.prepare(
        'INSERT INTO users (user_id, handle, handle_key, display_name, role, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      rename: sqlite.prepare('UPDATE users SET display_name = ? WHERE user_id = ?'),
      clear: sqlite.prepare('DELETE FROM users'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(authEvents.userRegistered, event)) {
      const { userId, role } = event.body;
      const handle = event.content?.handle ?? null;
      const handleKey = handle && handleKeyOf(handle);
      this.statements.register.run(userId, handle, handleKey, event.content?.displayName ?? null, role, event.ts);
    } else if (isEvent(authEvents.userProfileChanged, event)) {
      this.statements.rename.run(event.content?.displayName ?? null, event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
