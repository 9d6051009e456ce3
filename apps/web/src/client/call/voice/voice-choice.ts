import type { VoiceState } from '@devchitchat/contracts';

/** What somebody chose for their own microphone and ears. Deafening leaves `muted` as it was, so that it can be undone. */
export interface VoiceChoice {
  readonly muted: boolean;
  readonly deafened: boolean;
}

export const unmuted: VoiceChoice = { muted: false, deafened: false };
/** For whom nobody knows what they chose last: a microphone that might have been muted stays closed. */
export const mutedByDefault: VoiceChoice = { muted: true, deafened: false };

/** Deafened people are not heard either: talking past each other helps nobody. */
export const isMuted = ({ muted, deafened }: VoiceChoice): boolean => muted || deafened;

/** Unmuting undeafens, too: whoever opens the microphone means to talk with the others. */
export const muteToggled = (voice: VoiceChoice): VoiceChoice => ({ muted: !isMuted(voice), deafened: false });

export const deafenToggled = ({ muted, deafened }: VoiceChoice): VoiceChoice => ({ muted, deafened: !deafened });

/** Never opens anything: muted or deafened in either is muted or deafened. */
export const mostRestrictive = (voice: VoiceChoice, other: VoiceChoice): VoiceChoice => ({
  muted: voice.muted || other.muted,
  deafened: voice.deafened || other.deafened,
});

/** As the others are told. */
export const toVoiceState = (voice: VoiceChoice): VoiceState => ({ muted: isMuted(voice), deafened: voice.deafened });

/** As it is kept: always two characters, so that a full storage still takes a change. */
export const serialize = ({ muted, deafened }: VoiceChoice): string => `${muted ? 1 : 0}${deafened ? 1 : 0}`;

/** What was kept; `null` where nothing was, `unknown` where it says nothing. */
export function parse(text: string | null): VoiceChoice | null {
  if (text === null) return null;
  return /^[01]{2}$/.test(text) ? { muted: text[0] === '1', deafened: text[1] === '1' } : mutedByDefault;
}
