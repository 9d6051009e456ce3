import type { PresenceState } from '@devchitchat/contracts';
import type { Label } from '../../platform/language/text';

/** How a state is called for people. */
export const presenceWords = {
  active: 'Active',
  idle: 'Idle',
  hidden: 'In the background',
  offline: 'Offline',
} as const satisfies Record<PresenceState, Label>;
