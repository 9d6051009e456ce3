import type { ProcessName } from '@devchitchat/contracts';
import { pino } from 'pino';
import type { logLevels } from '../variables/variables.mjs';
import type { LogFields } from './log-fields';
import type { Problems } from './problems';

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  'trace',
  'command',
  'event',
  'eventId',
  'code',
  'userId',
  'roomId',
  'sessionId',
  'inviteId',
  'socketId',
  'address',
  'reason',
  'count',
  'bytes',
  'durationMs',
  'port',
  'file',
  'signal',
]);

type Level = 'debug' | 'info' | 'warn' | 'error';

/** Writes JSON lines to stdout: `time`, `level`, `process`, `message` and the fields. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  /** A problem that resolves itself, or that a person other than the operator has to solve. */
  warn(message: string, fields?: LogFields): void;
  /** A defect or a broken environment: the operator has to act. */
  error(message: string, fields?: LogFields): void;
}

/** Creates a logger. Warnings and errors are also added to `problems`, whatever the level. */
export function createLogger(
  name: ProcessName | 'home',
  level: (typeof logLevels)[number],
  problems?: Problems,
): Logger {
  const lines = pino({
    level,
    base: { process: name },
    messageKey: 'message',
    formatters: { level: (label) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  });
  const write =
    (at: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (at === 'warn' || at === 'error') problems?.note(Date.now(), at, message, fields);
      // Checked first, because selecting the fields is the largest cost of a line that is not written.
      if (lines.isLevelEnabled(at)) lines[at](writable(fields), message);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function writable({ error, ...fields }: LogFields): object {
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
  // A stack contains code locations only; the message of a foreign error may quote its input, but without it nobody could
  // repair a broken disk or network. Commands' inputs do not occur here: they are refused as values, not thrown.
  return error instanceof Error
    ? { ...kept, error: { name: error.name, message: error.message, stack: error.stack } }
    : kept;
}

/** A logger that discards everything, for specs. */
export const silentLogger: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
