/** The browser's error about the TURN relay. Relevant only while the link is not connected. */
export type RelayProblem = 'refused' | 'unreachable';

/** Interprets the browser's error about an ICE server; `null` for servers that are no TURN relay. */
export function relayProblem(url: string, errorCode: number): RelayProblem | null {
  if (!/^turns?:/.test(url)) return null;
  // 4xx codes come from the relay; the browser reports 701 for a server it cannot reach.
  return errorCode >= 400 && errorCode < 500 ? 'refused' : 'unreachable';
}
