import type { ProcessLine } from './running-process';

const signsOfTrouble = /unhandled|uncaught|^\s+at .+:\d+:\d+\)?$|ended unasked|^Error|^TypeError/i;

/**
 * Returns the lines that no healthy run contains: log entries of level `error` and `fatal`, and other lines that look
 * like an error.
 */
export const reportedErrorsIn = (lines: readonly ProcessLine[]): string[] =>
  lines.filter(({ text }) => isReportedError(text)).map(({ from, text }) => `${from}: ${text}`);

function isReportedError(text: string): boolean {
  const entry = asLogEntry(text);
  return entry ? entry.level === 'error' || entry.level === 'fatal' : signsOfTrouble.test(text);
}

function asLogEntry(text: string): { readonly level?: unknown } | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as { readonly level?: unknown };
  } catch {
    return undefined;
  }
}
