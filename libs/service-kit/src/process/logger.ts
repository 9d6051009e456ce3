import type { ProcessName } from '@devchitchat/contracts';
import { pino } from 'pino';
import type { logLevels } from './environment';
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
  /** Something is off and heals by itself, or somebody else has to look. */
  warn(message: string, fields?: LogFields): void;
  /** A defect or a broken environment; the operator has to look. */
  error(message: string, fields?: LogFields): void;
}

/** What is a warning or worse goes into `problems`, too, whatever the level. */
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
      // Asked first, because picking the fields costs more than all the rest of a line that is not written.
      if (lines.isLevelEnabled(at)) lines[at](writable(fields), message);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function writable({ error, ...fields }: LogFields): object {
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
  // A stack names places in the code; the message of an error from elsewhere may quote what it choked on, yet without it
  // nobody can mend a broken disk or network. Inputs never get this far: they are refused as values, not thrown.
  return error instanceof Error
    ? { ...kept, error: { name: error.name, message: error.message, stack: error.stack } }
    : kept;
}

/** Says nothing; for specs. */
export const silentLogger: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
