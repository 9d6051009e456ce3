import type { Problem } from '@devchitchat/contracts';
import type { LogFields } from './log-fields';

/** Kept until they are told. More in that time are only counted: a storm of errors is one piece of news. */
const maxProblems = 50;

/** The warnings and errors of a process on their way to diagnostics. */
export class Problems {
  private kept: Problem[] = [];
  private dropped = 0;

  /** `at` is epoch milliseconds. */
  note(at: number, level: Problem['level'], message: string, fields: LogFields): void {
    if (this.kept.length < maxProblems) this.kept.push({ at, level, message, ...publishable(fields) });
    else this.dropped += 1;
  }

  /** What came since this was asked last, and how many more; `undefined` when nothing did. */
  take(): { problems: Problem[]; dropped: number } | undefined {
    if (this.kept.length === 0) return undefined;
    const taken = { problems: this.kept, dropped: this.dropped };
    this.kept = [];
    this.dropped = 0;
    return taken;
  }
}

/**
 * Less than a log line may hold. Names that are ours and ids go to admins' screens; addresses, reasons and the messages of
 * errors stay in the log, where the operator is.
 */
const publishable = ({ trace, command, code, error }: LogFields): Partial<Problem> => ({
  ...(trace === undefined ? {} : { trace }),
  ...(command === undefined ? {} : { command }),
  ...(code === undefined ? {} : { code }),
  ...(error instanceof Error ? { error: nameOf(error) } : {}),
});

function nameOf({ name, code }: Error & { readonly code?: unknown }): string {
  // Codes are constants, as in SQLITE_FULL or ECONNREFUSED; anything that is not shaped so may be somebody's words.
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,40}$/.test(code) ? `${name} ${code}` : name;
}
