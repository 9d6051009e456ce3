/**
 * The fields of a log line. A closed list, so that neither secrets nor messages reach a log inside a larger object: fields
 * that are not listed are not written.
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
