/** What the browser said about the relay. It matters only while the link does not stand. */
export type RelayProblem = 'refused' | 'unreachable';

/** What the browser's error about an ICE server means for the relay; `null` for other servers. */
export function relayProblem(url: string, errorCode: number): RelayProblem | null {
  if (!/^turns?:/.test(url)) return null;
  // 401 and its like come from the relay itself; 701 is the browser's own, for one it cannot talk to.
  return errorCode >= 400 && errorCode < 500 ? 'refused' : 'unreachable';
}
