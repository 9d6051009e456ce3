export * as diagnosticsCommands from './commands';
export * from './inspection';
export * from './model';
export * from './notices';
