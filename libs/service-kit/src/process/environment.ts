import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NatsName } from '@devchitchat/contracts';
import { z } from 'zod';
import { StartRefusal } from './start-refusal';

/** Invalid environment variables, one sentence each. Thrown at the start, before anything is opened. */
export class EnvironmentError extends StartRefusal {
  override readonly name = 'EnvironmentError';
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Environment variables of every process. */
export const commonEnvironment = z.object({
  DATA_DIR: z.string().min(1).default('.data').describe('the folder with all persistent data'),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls):\/\/\S+$/, 'is not a nats:// address')
    .default('nats://127.0.0.1:4222')
    .describe('the NATS server; if unset, `npm start` runs its own'),
  NATS_CREDS: z
    .string()
    .min(1)
    .optional()
    .describe('the NATS credentials file of a service that runs alone; by default the one created in `DATA_DIR`'),
  LOG_LEVEL: z
    .enum(logLevels, `is none of ${logLevels.join(', ')}`)
    .default('info')
    .describe('the log level: `debug`, `info`, `warn`, `error` or `silent`'),
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
