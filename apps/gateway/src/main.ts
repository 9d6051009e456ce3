import { readEnvironment, runService, type Service } from '@devchitchat/service-kit';
import { gatewayEnvironment } from './environment/environment';
import { standUp } from './stand-up';

/** The only door: browsers on one side, NATS on the other. It has no database and no rule of chat. */
export const service: Service = {
  name: 'gateway',
  start: async (variables) => standUp(readEnvironment(gatewayEnvironment, variables)),
};

if (import.meta.main) await runService(service, process.env);
