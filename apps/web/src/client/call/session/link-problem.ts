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
    return isSilent ? { sentence: t('Connected, but nothing arrives from them.'), canRetry: true } : null;
  }
  if (relay === 'refused')
    return {
      sentence: t('The relay (TURN) refused this server’s credentials. Its operator has to look.'),
      canRetry: true,
    };
  if (state === 'interrupted') return { sentence: t('Interrupted; it mostly comes back by itself.'), canRetry: false };
  if (state === 'connecting') return { sentence: t('Connecting…'), canRetry: false };
  if (relay === 'unreachable') return { sentence: t('The relay (TURN) cannot be reached.'), canRetry: true };
  return { sentence: t('Cannot be reached: no way between your networks was found.'), canRetry: true };
}
