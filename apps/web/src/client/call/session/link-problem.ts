import type { LinkState } from '@devchitchat/contracts';
import { t } from '../../../platform/language/t';
import type { RelayProblem } from '../mesh/link-state';

export interface LinkProblem {
  readonly sentence: string;
  readonly canRetry: boolean;
}

/** The text about a link that is broken or delivers nothing; `null` for a working link. */
export function linkProblem(state: LinkState, relay: RelayProblem | null, isSilent = false): LinkProblem | null {
  if (state === 'connected') {
    return isSilent ? { sentence: t('Connected, but nothing is arriving from them.'), canRetry: true } : null;
  }
  if (relay === 'refused')
    return {
      sentence: t('The relay (TURN) refused this server’s credentials. Ask the server’s operator to check it.'),
      canRetry: true,
    };
  if (state === 'interrupted')
    return { sentence: t('Interrupted. It usually reconnects on its own.'), canRetry: false };
  if (state === 'connecting') return { sentence: t('Connecting…'), canRetry: false };
  if (relay === 'unreachable') return { sentence: t('The relay (TURN) can’t be reached.'), canRetry: true };
  return { sentence: t('Can’t be reached: no connection between your networks was possible.'), canRetry: true };
}
