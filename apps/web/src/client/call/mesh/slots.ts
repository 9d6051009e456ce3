import type { StreamKind } from '@devchitchat/contracts';

/**
 * The transceivers of every link, always these and in this order. Tracks change by `replaceTrack` and by direction only, so
 * session descriptions never grow and both ends identify a transceiver by its position.
 */
export const slots = ['microphone', 'camera', 'screen', 'screen-sound'] as const;
export type Slot = (typeof slots)[number];

export const mediaOf = (slot: Slot): 'audio' | 'video' => (slot === 'camera' || slot === 'screen' ? 'video' : 'audio');

/** The microphone is negotiated as sending from the start, so that unmuting needs no negotiation. */
export const isAlwaysSent = (slot: Slot): boolean => slot === 'microphone';

export const slotsOf = (kind: StreamKind): readonly Slot[] => (kind === 'screen' ? ['screen', 'screen-sound'] : [kind]);
