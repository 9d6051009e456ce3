import { defineService, runService } from '@devchitchat/service-kit';
import { CallAudience } from './calls/call-audience.service';
import { signalingEnvironment } from './environment/environment';
import { migrations, projections } from './signaling.database';
import { SignalingModule } from './signaling.module';

/** The signaling service: calls, their peers, and the data browsers need to connect to each other. */
export const service = defineService({
  name: 'signaling',
  module: SignalingModule,
  environment: signalingEnvironment,
  entities: [],
  migrations,
  projections,
  audience: CallAudience,
});

if (import.meta.main) await runService(service, process.env);
