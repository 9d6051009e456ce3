export * as authCommands from './commands';
export * as authEvents from './events';
export * from './model';
