import { defineService, runService } from '@devchitchat/service-kit';
import { Module } from '@nestjs/common';

/** Who hears whom: calls come here. So far it stands, owns its file and says how it does. */
@Module({})
class SignalingModule {}

export const service = defineService({
  name: 'signaling',
  module: SignalingModule,
  entities: [],
  migrations: [],
  projections: () => [],
});

if (import.meta.main) await runService(service, process.env);
