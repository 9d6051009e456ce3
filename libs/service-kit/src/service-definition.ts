import type { ServiceName } from '@devchitchat/contracts';
import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import type { ScopeAudience } from './event-log/heads.reminder';
import type { Projection } from './event-log/projection';
import type { CurrentActors } from './nats/envelope';
import type { CommonEnvironment } from './process/environment';
import type { DatabaseOptions, Sqlite } from './sqlite/sqlite';

export interface ServiceDefinition extends Pick<DatabaseOptions, 'entities' | 'migrations'> {
  readonly name: ServiceName;
  /** The service's own Nest module. Its providers may inject what `ServiceModule` provides. */
  readonly module: Type;
  /** Its own environment variables, in addition to those of every process; injected as `ENVIRONMENT`. */
  readonly environment?: z.ZodType<CommonEnvironment>;
  /** In order of application: a later one may read an earlier one's tables. */
  readonly projections: (sqlite: Sqlite) => readonly Projection[];
  /** The provider that determines the audience of a scope; required if scopes are rooms or calls. */
  readonly audience?: Type<ScopeAudience>;
  /** The provider of current roles, in the service that assigns roles. */
  readonly actors?: Type<CurrentActors>;
}
