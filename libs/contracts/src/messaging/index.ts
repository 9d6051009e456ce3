export * as messagingCommands from './commands';
export * as messagingEvents from './events';
export * from './model';
