import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NatsName } from '@devchitchat/contracts';
import { z } from 'zod';
import { schemaOf } from '../variables/variable-schema';
import { variables } from '../variables/variables.mjs';
import { StartRefusal } from './start-refusal';

/** Invalid environment variables, one sentence each. Thrown at the start, before anything is opened. */
export class EnvironmentError extends StartRefusal {
  override readonly name = 'EnvironmentError';
}

/** Environment variables of every process. */
export const commonEnvironment = z.object({
  DATA_DIR: schemaOf(variables.DATA_DIR),
  NATS_URL: schemaOf(variables.NATS_URL),
  NATS_CREDS: z
    .string()
    .min(1)
    .optional()
    .describe('the NATS credentials file of a service that runs alone; by default the one created in `DATA_DIR`'),
  LOG_LEVEL: schemaOf(variables.LOG_LEVEL),
  HEARTBEAT_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('a file that a healthy process touches every two seconds, for health checks'),
});
export type CommonEnvironment = z.infer<typeof commonEnvironment>;

/** Reads the variables a schema names. An empty variable counts as not set. */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.output<Schema> {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
}

/**
 * The credentials file of a process: the one `NATS_CREDS` names, else the one in DATA_DIR. `undefined` if no keys were
 * created, for a nats-server without authentication; one with authentication rejects such a process.
 */
export function credentialsFile(environment: CommonEnvironment, name: NatsName): string | undefined {
  if (environment.NATS_CREDS !== undefined) return environment.NATS_CREDS;
  const made = join(environment.DATA_DIR, 'nats', 'creds', `${name}.creds`);
  return existsSync(dirname(made)) ? made : undefined;
}
