import { defineReason } from '../grammar/reason';

export const inviteDead = defineReason('invite.dead', {
  code: 'not_found',
  sentence: 'This invite link is expired, used up, revoked or was never made here. Ask for a new one.',
});

export const inviteUnknown = defineReason('invite.unknown', {
  code: 'not_found',
  sentence: 'There is no such invite.',
});

export const inviteHandleTaken = defineReason('invite.handle_taken', {
  code: 'conflict',
  sentence: 'This handle is taken. Choose another one; the invite is still good.',
});

export const inviteHandleReserved = defineReason('invite.handle_reserved', {
  code: 'conflict',
  sentence: 'This handle is reserved. Choose another one; the invite is still good.',
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
  sentence: 'Too many wrong passwords for this account from your network. Wait a bit.',
});

export const signInAtOnce = defineReason('sign_in.at_once', {
  code: 'rate_limited',
  sentence: 'Too many sign-ins from your network at once. Try again soon.',
});

export const signInCrowd = defineReason('sign_in.crowd', {
  code: 'unavailable',
  sentence: 'Too many people are signing in at this moment. Try again in a few seconds.',
});

export const passwordNotCurrent = defineReason('password.not_current', {
  code: 'forbidden',
  sentence: 'You have a password already. Give the current one to change it; this was not it.',
});

export const passwordGuessable = defineReason('password.guessable', {
  code: 'invalid',
  sentence:
    'This password is easy to guess: it is on a list of common ones, a pattern, or close to your name. Three or four words that have nothing to do with each other are a good one.',
});

export const passwordWrong = defineReason('password.wrong', {
  code: 'forbidden',
  sentence: 'This is not your password. Nothing was deleted.',
});

export const accountDisabled = defineReason('account.disabled', {
  code: 'forbidden',
  sentence: 'An admin has disabled this account. Ask one of them.',
});

export const accountUnknown = defineReason('account.unknown', {
  code: 'not_found',
  sentence: 'There is no such person here.',
});

export const accountUnused = defineReason('account.unused', {
  code: 'conflict',
  sentence: 'This account is not in use. Nobody can sign in to it.',
});

export const accountUnusedAdmin = defineReason('account.unused_admin', {
  code: 'conflict',
  sentence: 'This account is not in use. It cannot be an admin.',
});

export const accountYours = defineReason('account.yours', {
  code: 'conflict',
  sentence: 'This is you. Another admin has to disable your account.',
});

export const lastAdmin = defineReason('admin.last', {
  code: 'conflict',
  sentence: 'This is the last admin. Make somebody else an admin first.',
});

export const successorMissing = defineReason('successor.missing', {
  code: 'conflict',
  sentence: 'You are the last admin. Name somebody who is one after you.',
});

export const successorNotYoursToName = defineReason('successor.not_yours_to_name', {
  code: 'conflict',
  sentence: 'Only an admin names another one.',
});

export const successorIsYou = defineReason('successor.is_you', {
  code: 'conflict',
  sentence: 'This is you. Name somebody else.',
});

export const recoveryDead = defineReason('recovery.dead', {
  code: 'not_found',
  sentence: 'This recovery link is older than 24 hours, used, void or was never made here. Ask an admin for a new one.',
});

export const recoveryForYou = defineReason('recovery.for_you', {
  code: 'conflict',
  sentence: 'This is you. Sign another device in from your settings.',
});

export const recoveryDisabled = defineReason('recovery.disabled', {
  code: 'conflict',
  sentence: 'This account is disabled. Enable it first.',
});

export const recoveryDisabledAtTerminal = defineReason('recovery.disabled_at_terminal', {
  code: 'conflict',
  sentence: 'This account is disabled. An admin can enable it; or make it an admin, which enables it, too.',
});

export const recoveryHandleUnknown = defineReason('recovery.handle_unknown', {
  code: 'not_found',
  sentence: 'No person here has this handle.',
});

export const deviceCodeWrong = defineReason('device_code.wrong', {
  code: 'not_found',
  sentence: 'This code is wrong, used or older than 5 minutes. Show a new one on your other device.',
});

export const deviceRequired = defineReason('device_code.device_required', {
  code: 'forbidden',
  sentence: 'Only somebody at a device can sign another one in.',
});

export const sessionUnknown = defineReason('session.unknown', {
  code: 'not_found',
  sentence: 'None of your devices is signed in under this id. It may be signed out already.',
});

export const botUnknown = defineReason('bot.unknown', { code: 'not_found', sentence: 'There is no such bot.' });

export const botKeyMissing = defineReason('bot.key_missing', {
  code: 'unavailable',
  sentence: 'The key that signs credentials of bots is not in the data folder. It is made when the server starts.',
});
