import { defineService, runService } from '@devchitchat/service-kit';
import { RoomAudience } from './catching-up/room-audience.service';
import { messagingEnvironment } from './environment/environment';
import { entities, migrations, projections } from './messaging.database';
import { MessagingModule } from './messaging.module';

/** Rooms, their members and their messages. */
export const service = defineService({
  name: 'messaging',
  module: MessagingModule,
  environment: messagingEnvironment,
  entities,
  migrations,
  projections,
  audience: RoomAudience,
});

if (import.meta.main) await runService(service, process.env);
