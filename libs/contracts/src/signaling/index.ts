export * as signalingCommands from './commands';
export * as signalingEvents from './events';
export * as signalingNotices from './notices';
export * as signalingReasons from './reasons';
export * from './call-fold';
export * from './model';
