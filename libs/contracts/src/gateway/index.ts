export * as gatewayCommands from './commands';
export * from './presence';
