import type { Problem } from '@devchitchat/contracts';
import type { LogFields } from './log-fields';

/** Maximum problems kept until they are published. Further ones are only counted. */
const maxProblems = 50;

/** Collects the warnings and errors of a process for diagnostics. */
export class Problems {
  private kept: Problem[] = [];
  private dropped = 0;

  /** `at` is epoch milliseconds. */
  note(at: number, level: Problem['level'], message: string, fields: LogFields): void {
    if (this.kept.length < maxProblems) this.kept.push({ at, level, message, ...publishable(fields) });
    else this.dropped += 1;
  }

  /** Returns the problems since the last call and the number of dropped ones; `undefined` if there are none. */
  take(): { problems: Problem[]; dropped: number } | undefined {
    if (this.kept.length === 0) return undefined;
    const taken = { problems: this.kept, dropped: this.dropped };
    this.kept = [];
    this.dropped = 0;
    return taken;
  }
}

/**
 * The fields that admins may see: names and ids. Addresses, reasons and error messages stay in the log, which only the
 * operator reads.
 */
const publishable = ({ trace, command, code, error }: LogFields): Partial<Problem> => ({
  ...(trace === undefined ? {} : { trace }),
  ...(command === undefined ? {} : { command }),
  ...(code === undefined ? {} : { code }),
  ...(error instanceof Error ? { error: nameOf(error) } : {}),
});

function nameOf({ name, code }: Error & { readonly code?: unknown }): string {
  // Codes are constants such as SQLITE_FULL or ECONNREFUSED; other text may contain client input.
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,40}$/.test(code) ? `${name} ${code}` : name;
}
