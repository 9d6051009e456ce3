import type { Actor } from '@devchitchat/contracts';

/** The sender of a command. A bot has no address. */
export interface Speaker {
  readonly actor: Actor | null;
  readonly address: string;
  /** The id of the socket or bot, for presence; left out for HTTP requests. */
  readonly place?: string;
}
