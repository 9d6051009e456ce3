import { defineService, runService } from '@devchitchat/service-kit';
import { Module } from '@nestjs/common';

/** How it goes: what an admin looks at comes here. So far it stands, owns its file and says how it does. */
@Module({})
class DiagnosticsModule {}

export const service = defineService({
  name: 'diagnostics',
  module: DiagnosticsModule,
  entities: [],
  migrations: [],
  projections: () => [],
});

if (import.meta.main) await runService(service, process.env);
