import { authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** The current value of each setting that was ever changed. */
export class SettingsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      set: sqlite.prepare('INSERT OR REPLACE INTO server_settings (name, value_json) VALUES (?, ?)'),
      clear: sqlite.prepare('DELETE FROM server_settings'),
    };
  }

  apply(event: AnyEvent): void {
    if (!isEvent(authEvents.serverSettingsChanged, event)) return;
    for (const [name, value] of Object.entries(event.body)) this.statements.set.run(name, JSON.stringify(value));
  }

  clear(): void {
    this.statements.clear.run();
  }
}
