import { serverSettings, usualServerSettings, type ServerSettings } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

@Injectable()
export class SettingsRepository {
  private readonly all;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.all = sqlite.prepare<[], { name: string; json: string }>(
      'SELECT name, value_json AS json FROM server_settings',
    );
  }

  current(): ServerSettings {
    const changed = Object.fromEntries(this.all.all().map(({ name, json }) => [name, JSON.parse(json) as unknown]));
    return serverSettings.parse({ ...usualServerSettings, ...changed });
  }
}
