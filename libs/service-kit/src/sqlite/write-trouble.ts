/** Why a write failed. */
export type WriteTrouble = 'full' | 'failing';

/** The reason a write failed if it lies in the disk; `undefined` for other errors. */
export function writeTroubleIn(error: unknown): WriteTrouble | undefined {
  // Checked by shape: the driver's error class may belong to another realm, where `instanceof Error` is false.
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return /^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code) ? 'failing' : undefined;
}
