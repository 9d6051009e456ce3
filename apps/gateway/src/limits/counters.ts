import type { ErrorCode } from '@devchitchat/contracts';
import { LabelledCounter } from './labelled-counter';

/** Why a connection was ended by us, or not even begun. */
export type CutReason =
  /** Not a frame of our protocol: binary, broken JSON, another packet type. */
  | 'malformed'
  /** A frame above the limit, or broken WebSocket framing. */
  | 'transport'
  /** Too many frames, or too many refused ones. */
  | 'flood'
  /** Was opened, and asked for nothing. */
  | 'unused'
  /** Comes from an address that has too many. */
  | 'crowd'
  /** Does not read what it is sent. */
  | 'stalled'
  /** Answers no heartbeat. */
  | 'silent'
  /** Comes from another site's page. */
  | 'origin'
  /** Its session is over. */
  | 'session';

/** What the gateway turned away since it stands. Names in here are ours, never what somebody sent. */
export class Counters {
  readonly refusals = new LabelledCounter<ErrorCode>();
  /** By the command that was refused; what is no command of the surface counts as `unknown`. */
  readonly refusedCommands = new LabelledCounter<string>();
  /**
   * Commands without an acknowledgement callback, or from a bot without a reply subject of its own: nobody would hear the
   * answer, so nothing is done. And refusals that a flooding bot did not get.
   */
  readonly unanswerable = new LabelledCounter<'socket' | 'bot'>();
  readonly cuts = new LabelledCounter<CutReason>();

  refused(code: ErrorCode, command: string | undefined): void {
    this.refusals.count(code);
    this.refusedCommands.count(command ?? 'unknown');
  }
}
