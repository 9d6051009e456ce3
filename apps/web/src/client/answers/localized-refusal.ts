import type { Refusal } from '@devchitchat/contracts';

/** A refusal with its message in the language of this page. */
export interface LocalizedRefusal extends Refusal {
  /** The server's English sentence. */
  readonly english?: string;
}

/** The refusal as the server sent it, to be shown later in the language of that time. */
export const asSent = ({ english, ...refusal }: LocalizedRefusal): Refusal => ({
  ...refusal,
  message: english ?? refusal.message,
});
