import type { LinkState, RelayProblem } from './mesh/link-state';

export interface LinkWords {
  readonly sentence: string;
  readonly canRetry: boolean;
}

/** What a person is told of a link that does not stand; `null` of one that does. */
export function linkWords(state: LinkState, relay: RelayProblem | null): LinkWords | null {
  if (state === 'connected') return null;
  if (relay === 'refused')
    return {
      sentence: 'The relay (TURN) refused this server’s credentials. Its operator has to look.',
      canRetry: true,
    };
  if (state === 'interrupted') return { sentence: 'Interrupted; it mostly comes back by itself.', canRetry: false };
  if (state === 'connecting') return { sentence: 'Connecting…', canRetry: false };
  if (relay === 'unreachable') return { sentence: 'The relay (TURN) cannot be reached.', canRetry: true };
  return { sentence: 'Cannot be reached: no way between your networks was found.', canRetry: true };
}
