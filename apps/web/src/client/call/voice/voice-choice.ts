import type { VoiceState } from '@devchitchat/contracts';

/** The user's choice. Deafening leaves `muted` unchanged, so that undeafening restores it. */
export interface VoiceChoice {
  readonly muted: boolean;
  readonly deafened: boolean;
}

export const unmuted: VoiceChoice = { muted: false, deafened: false };
/** For an unknown last choice: a microphone that may have been muted stays closed. */
export const mutedByDefault: VoiceChoice = { muted: true, deafened: false };

/** A deafened user is muted too. */
export const isMuted = ({ muted, deafened }: VoiceChoice): boolean => muted || deafened;

/** Unmuting undeafens too: users unmute to talk with others. */
export const muteToggled = (voice: VoiceChoice): VoiceChoice => ({ muted: !isMuted(voice), deafened: false });

export const deafenToggled = ({ muted, deafened }: VoiceChoice): VoiceChoice => ({ muted, deafened: !deafened });

/** Muted or deafened in either is muted or deafened. */
export const mostRestrictive = (voice: VoiceChoice, other: VoiceChoice): VoiceChoice => ({
  muted: voice.muted || other.muted,
  deafened: voice.deafened || other.deafened,
});

/** As sent to the server. */
export const toVoiceState = (voice: VoiceChoice): VoiceState => ({ muted: isMuted(voice), deafened: voice.deafened });

/** Always two characters, so that a change fits into a full storage. */
export const serialize = ({ muted, deafened }: VoiceChoice): string => `${muted ? 1 : 0}${deafened ? 1 : 0}`;

/** Returns `null` if nothing is stored and `mutedByDefault` for an invalid text. */
export function parse(text: string | null): VoiceChoice | null {
  if (text === null) return null;
  return /^[01]{2}$/.test(text) ? { muted: text[0] === '1', deafened: text[1] === '1' } : mutedByDefault;
}
