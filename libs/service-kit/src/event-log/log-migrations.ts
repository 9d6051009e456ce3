import { EventLog1763600000000 } from './event-log.migration';
import { LogIdentity1763600000001 } from './log-identity.migration';

/** What every service's file has beside the service's own. */
export const logMigrations = [EventLog1763600000000, LogIdentity1763600000001];
