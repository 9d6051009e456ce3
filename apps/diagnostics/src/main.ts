import { defineService, runService } from '@devchitchat/service-kit';
import { Diagnostics1763600300000 } from './diagnostics.migration';
import { DiagnosticsModule } from './diagnostics.module';

/** The diagnostics service: collects the reports of all processes for admins. No other process depends on it. */
export const service = defineService({
  name: 'diagnostics',
  module: DiagnosticsModule,
  entities: [],
  migrations: [Diagnostics1763600300000],
  projections: () => [],
});

if (import.meta.main) await runService(service, process.env);
