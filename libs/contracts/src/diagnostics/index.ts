export * as diagnosticsCommands from './commands';
export * from './alerts';
export * from './inspection';
export * from './model';
export * from './notices';
