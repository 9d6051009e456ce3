import { readEnvironment, runService, type Service } from '@devchitchat/service-kit';
import { gatewayEnvironment } from './environment/environment';
import { startGateway } from './start-gateway';

/** The gateway: the only process that takes commands from browsers and bots. It has no database and no rules of chat. */
export const service: Service = {
  name: 'gateway',
  start: async (variables) => startGateway(readEnvironment(gatewayEnvironment, variables)),
};

if (import.meta.main) await runService(service, process.env);
