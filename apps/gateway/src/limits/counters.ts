import type { ErrorCode } from '@devchitchat/contracts';
import { LabelledCounter } from './labelled-counter';

/** Why the gateway cut or rejected a connection. */
export type CutReason =
  /** Sent a frame outside the protocol: binary, broken JSON or another packet type. */
  | 'malformed'
  /** Sent a frame above the size limit, or broken WebSocket framing. */
  | 'transport'
  /** Sent too many frames, or too many refused commands. */
  | 'flood'
  /** Sent no request in time. */
  | 'unused'
  /** Came from an address with too many connections. */
  | 'crowd'
  /** Did not read what it was sent. */
  | 'stalled'
  /** Did not answer heartbeats. */
  | 'silent'
  /** Came from another site's page. */
  | 'origin'
  /** Belonged to a session that ended. */
  | 'session';

/** Counts refusals and cuts since the start. All names are the product's own, never client input. */
export class Counters {
  readonly refusals = new LabelledCounter<ErrorCode>();
  /** Refused commands by name; names outside the surface count as `unknown`. */
  readonly refusedCommands = new LabelledCounter<string>();
  /**
   * Commands without an acknowledgement callback, or from a bot without a reply subject of its own: they are not executed,
   * because nobody would receive the answer. Also counts refusals withheld from a flooding bot.
   */
  readonly unanswerable = new LabelledCounter<'socket' | 'bot'>();
  readonly cuts = new LabelledCounter<CutReason>();
  /** Bytes of files that browsers sent and were sent, without headers. */
  readonly fileBytes = new LabelledCounter<'received' | 'sent'>();

  constructor() {
    // Both are shown from the start, so that a change can be told from a beginning.
    this.fileBytes.count('received', 0);
    this.fileBytes.count('sent', 0);
  }

  refused(code: ErrorCode, command: string | undefined): void {
    this.refusals.count(code);
    this.refusedCommands.count(command ?? 'unknown');
  }
}
