export * as authCommands from './commands';
export * as authEvents from './events';
export * as authReasons from './reasons';
export * from './model';
export * from './profile';
export * from './settings';
