import type { StreamKind } from '@devchitchat/contracts';

/**
 * The lines of every link, always these and in this order. Nothing is ever added or taken away: what is sent on a line
 * changes by `replaceTrack` and its direction, so that a description never grows and both sides know a line by its place.
 */
export const slots = ['microphone', 'camera', 'screen', 'screen-sound'] as const;
export type Slot = (typeof slots)[number];

export const mediaOf = (slot: Slot): 'audio' | 'video' => (slot === 'camera' || slot === 'screen' ? 'video' : 'audio');

/** A voice is sent from the start, so that unmuting asks nobody; all else only while there is something to send. */
export const isAlwaysSent = (slot: Slot): boolean => slot === 'microphone';

export const slotsOf = (kind: StreamKind): readonly Slot[] => (kind === 'screen' ? ['screen', 'screen-sound'] : [kind]);
