import { EventLog1763600000000 } from './event-log.migration';
import { LogIdentity1763600000001 } from './log-identity.migration';

/** Migrations of every service, in addition to its own. */
export const logMigrations = [EventLog1763600000000, LogIdentity1763600000001];
