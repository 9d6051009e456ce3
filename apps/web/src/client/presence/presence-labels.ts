import type { PresenceState } from '@devchitchat/contracts';
import type { Label } from '../../platform/language/text';

/** The labels of presence states. */
export const presenceLabels = {
  active: 'Active',
  idle: 'Idle',
  hidden: 'In the background',
  offline: 'Offline',
} as const satisfies Record<PresenceState, Label>;
