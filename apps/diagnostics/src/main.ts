import { defineService, runService } from '@devchitchat/service-kit';
import { Diagnostics1763600300000 } from './diagnostics.migration';
import { DiagnosticsModule } from './diagnostics.module';

/** How it goes: gathers what the processes tell of themselves, for admins. Nobody needs it for anything else. */
export const service = defineService({
  name: 'diagnostics',
  module: DiagnosticsModule,
  entities: [],
  migrations: [Diagnostics1763600300000],
  projections: () => [],
});

if (import.meta.main) await runService(service, process.env);
