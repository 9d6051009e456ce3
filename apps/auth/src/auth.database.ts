import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { UsersProjection } from './accounts/users.projection';
import { Profiles1764374400000 } from './accounts/profiles.migration';
import { Auth1763600100000 } from './auth.migration';
import { Bots1763640000000 } from './bots/bots.migration';
import { BotsProjection } from './bots/bots.projection';
import { InviteEntity } from './invitations/invite.entity';
import { InvitesProjection } from './invitations/invites.projection';
import { People1764115200000 } from './administration/people.migration';
import { ServerSettings1764288000000 } from './settings/settings.migration';
import { SettingsProjection } from './settings/settings.projection';
import { SessionsProjection } from './sessions/sessions.projection';

/** TypeORM entities of auth.sqlite, apart from the event log. */
export const entities = [InviteEntity];
export const migrations = [
  Auth1763600100000,
  Bots1763640000000,
  People1764115200000,
  ServerSettings1764288000000,
  Profiles1764374400000,
];
export const projections = (sqlite: Sqlite): readonly Projection[] => [
  new UsersProjection(sqlite),
  new BotsProjection(sqlite),
  new InvitesProjection(sqlite),
  new SessionsProjection(sqlite),
  new SettingsProjection(sqlite),
];
