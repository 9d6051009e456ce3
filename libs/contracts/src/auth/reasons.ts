import { defineReason, param } from '../grammar/reason';

export const inviteDead = defineReason('invite.dead', {
  code: 'not_found',
  sentence: 'This invite link is invalid, expired, used up or revoked. Ask for a new one.',
});

export const inviteAdminsOnly = defineReason('invite.admins_only', {
  code: 'forbidden',
  sentence: 'Only admins can invite people to this server. Ask one of them for a link.',
});

export const inviteTooMany = defineReason('invite.too_many', {
  code: 'conflict',
  sentence: 'You have {max} open links, the maximum. Revoke one first.',
  params: { max: param.count },
});

export const inviteUnknown = defineReason('invite.unknown', {
  code: 'not_found',
  sentence: 'There is no such invite.',
});

export const inviteHandleTaken = defineReason('invite.handle_taken', {
  code: 'conflict',
  sentence: 'This handle is taken. Choose another one; the invite is still valid.',
});

export const inviteHandleReserved = defineReason('invite.handle_reserved', {
  code: 'conflict',
  sentence: 'This handle is reserved. Choose another one; the invite is still valid.',
});

export const handleTaken = defineReason('handle.taken', {
  code: 'conflict',
  sentence: 'This handle is taken. Choose another one.',
});

export const handleReserved = defineReason('handle.reserved', {
  code: 'conflict',
  sentence: 'This handle is reserved. Choose another one.',
});

export const signInWrong = defineReason('sign_in.wrong', {
  code: 'forbidden',
  sentence: 'The handle or the password is wrong, or this account has no password.',
});

export const signInTries = defineReason('sign_in.tries', {
  code: 'rate_limited',
  sentence: 'Too many wrong passwords for this account from your network. Try again in {waitMs:duration}.',
  params: { waitMs: param.milliseconds },
});

export const signInAtOnce = defineReason('sign_in.at_once', {
  code: 'rate_limited',
  sentence: 'Too many sign-ins from your network at once. Try again soon.',
});

export const signInCrowd = defineReason('sign_in.crowd', {
  code: 'unavailable',
  sentence: 'Too many people are signing in right now. Try again in a few seconds.',
});

export const passwordNotCurrent = defineReason('password.not_current', {
  code: 'forbidden',
  sentence: 'To change your password, enter the current one. The one you entered is wrong.',
});

export const passwordGuessable = defineReason('password.guessable', {
  code: 'invalid',
  sentence:
    'This password is easy to guess: it is a common one, a pattern, or close to your name. Use three or four unrelated words.',
});

export const passwordWrong = defineReason('password.wrong', {
  code: 'forbidden',
  sentence: 'That’s not your password. Nothing was deleted.',
});

export const accountDisabled = defineReason('account.disabled', {
  code: 'forbidden',
  sentence: 'An admin disabled this account. Ask an admin to enable it.',
});

export const accountUnknown = defineReason('account.unknown', {
  code: 'not_found',
  sentence: 'There is no such person on this server.',
});

export const accountUnused = defineReason('account.unused', {
  code: 'conflict',
  sentence: 'This account is not in use. No one can sign in to it.',
});

export const accountUnusedAdmin = defineReason('account.unused_admin', {
  code: 'conflict',
  sentence: 'This account is not in use, so it can’t be an admin.',
});

export const accountYours = defineReason('account.yours', {
  code: 'conflict',
  sentence: 'You can’t disable your own account. Ask another admin.',
});

export const lastAdmin = defineReason('admin.last', {
  code: 'conflict',
  sentence: 'This is the only admin. Make someone else an admin first.',
});

export const successorMissing = defineReason('successor.missing', {
  code: 'conflict',
  sentence: 'You’re the only admin. Choose someone to be the new admin.',
});

export const successorNotYoursToName = defineReason('successor.not_yours_to_name', {
  code: 'conflict',
  sentence: 'Only admins can choose a new admin.',
});

export const successorIsYou = defineReason('successor.is_you', {
  code: 'conflict',
  sentence: 'You can’t choose yourself. Choose someone else.',
});

export const recoveryDead = defineReason('recovery.dead', {
  code: 'not_found',
  sentence: 'This recovery link is invalid, already used or older than 24 hours. Ask an admin for a new one.',
});

export const recoveryForYou = defineReason('recovery.for_you', {
  code: 'conflict',
  sentence: 'You can’t create a recovery link for yourself. Sign in another device from your settings.',
});

export const recoveryDisabled = defineReason('recovery.disabled', {
  code: 'conflict',
  sentence: 'This account is disabled. Enable it first.',
});

export const recoveryDisabledAtTerminal = defineReason('recovery.disabled_at_terminal', {
  code: 'conflict',
  sentence: 'This account is disabled. Ask an admin to enable it, or make it an admin, which also enables it.',
});

export const recoveryHandleUnknown = defineReason('recovery.handle_unknown', {
  code: 'not_found',
  sentence: 'No person on this server has this handle.',
});

export const deviceCodeWrong = defineReason('device_code.wrong', {
  code: 'not_found',
  sentence: 'This code is wrong, already used or older than 5 minutes. Make a new one on your other device.',
});

export const deviceRequired = defineReason('device_code.device_required', {
  code: 'forbidden',
  sentence: 'Only a signed-in device can sign in another one.',
});

export const sessionUnknown = defineReason('session.unknown', {
  code: 'not_found',
  sentence: 'You have no session with this id. The device may already be signed out.',
});

export const botUnknown = defineReason('bot.unknown', { code: 'not_found', sentence: 'There is no such bot.' });

export const botKeyMissing = defineReason('bot.key_missing', {
  code: 'unavailable',
  sentence: 'The key that signs bot credentials is missing from the data folder. The server creates it at startup.',
});

export const pictureUnreadable = defineReason('picture.unreadable', {
  code: 'invalid',
  sentence: 'The server can’t read this picture. Use a PNG, JPEG, WebP, GIF or AVIF.',
});

export const pictureTooLarge = defineReason('picture.too_large', {
  code: 'too_large',
  sentence: 'This picture is too large: it can have up to {megabytes} MB and {megapixels} megapixels.',
  params: { megabytes: param.count, megapixels: param.count },
});

export const pictureBusy = defineReason('picture.busy', {
  code: 'unavailable',
  sentence: 'The server has other pictures to look at. Try again soon.',
});

/** The same refusal for a replaced picture, a removed one and another person's. */
export const pictureUnknown = defineReason('picture.unknown', {
  code: 'not_found',
  sentence: 'There is no such picture.',
});
