import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { UserEntity } from './accounts/user.entity';
import { UsersProjection } from './accounts/users.projection';
import { Auth1763600100000 } from './auth.migration';
import { InviteEntity } from './invitations/invite.entity';
import { InvitesProjection } from './invitations/invites.projection';
import { SessionEntity } from './sessions/session.entity';
import { SessionsProjection } from './sessions/sessions.projection';

/** What is in auth.sqlite beside the log. */
export const entities = [UserEntity, InviteEntity, SessionEntity];
export const migrations = [Auth1763600100000];
export const projections = (sqlite: Sqlite): readonly Projection[] => [
  new UsersProjection(sqlite),
  new InvitesProjection(sqlite),
  new SessionsProjection(sqlite),
];
