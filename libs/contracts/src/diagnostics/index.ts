export * as diagnosticsCommands from './commands';
export * from './complaints';
export * from './inspection';
export * from './model';
export * from './notices';
