/** Why a disk did not take a write. */
export type WriteTrouble = 'full' | 'failing';

/** Whether SQLite could not write for a reason that lies outside of what was written, and which. */
export function writeTroubleIn(error: unknown): WriteTrouble | undefined {
  // By shape: the driver's error class may be of another realm, where `instanceof Error` is false.
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return /^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code) ? 'failing' : undefined;
}
