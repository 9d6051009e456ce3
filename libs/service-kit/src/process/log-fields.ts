/**
 * Everything a log line may hold. A closed list, so that a secret or somebody's words cannot reach a log by being part of
 * a larger object: what has no name here is not written.
 */
export interface LogFields {
  trace?: string;
  command?: string;
  event?: string;
  eventId?: number;
  code?: string;
  userId?: string;
  roomId?: string;
  sessionId?: string;
  inviteId?: string;
  socketId?: string;
  address?: string;
  reason?: string;
  count?: number;
  bytes?: number;
  durationMs?: number;
  port?: number;
  file?: string;
  signal?: string;
  error?: unknown;
}
