export * as gatewayCommands from './commands';
export * from './link-address';
export * from './presence';
