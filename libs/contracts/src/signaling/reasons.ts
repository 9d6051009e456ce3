import { defineReason, param } from '../grammar/reason';

/** The same answer for a missing call and for a call in another room, so that non-members can't detect calls. */
export const callUnknown = defineReason('call.unknown', {
  code: 'not_found',
  sentence: 'There is no such call or peer, or you are not in it.',
});

export const callBrowsersOnly = defineReason('call.browsers_only', {
  code: 'forbidden',
  sentence: 'Only people in a browser can join a call.',
});

export const callPeerNotYours = defineReason('call.peer_not_yours', {
  code: 'forbidden',
  sentence: 'This peer belongs to another person or device.',
});

export const callPeerTaken = defineReason('call.peer_taken', {
  code: 'conflict',
  sentence: 'Someone else already uses this peer id.',
});

export const callOnAnotherDevice = defineReason('call.on_another_device', {
  code: 'conflict',
  sentence: 'You’re in this call on another device.',
});

export const callEndedForAll = defineReason('call.ended_for_all', {
  code: 'not_found',
  sentence: 'Someone ended the call for everyone.',
});

export const callEmpty = defineReason('call.empty', {
  code: 'not_found',
  sentence: 'The call ended: everyone left.',
});

export const callLeft = defineReason('call.left', { code: 'not_found', sentence: 'You left this call.' });

export const callOut = defineReason('call.out', {
  code: 'not_found',
  sentence: 'You’re no longer in this call.',
});

export const callFull = defineReason('call.full', {
  code: 'conflict',
  sentence: 'The call is full: {max} people are in it.',
  params: { max: param.count },
});

export const callModeratorsOnly = defineReason('call.moderators_only', {
  code: 'forbidden',
  sentence: 'Only the room’s owner and moderators can end a call for everyone.',
});

export const signalToYourself = defineReason('signal.to_yourself', {
  code: 'invalid',
  sentence: 'A peer can’t send signals to itself.',
});

export const signalCandidates = defineReason('signal.too_many_candidates', {
  code: 'too_large',
  sentence: 'You can send a peer at most {max} candidates per negotiation.',
  params: { max: param.count },
});

export const signalDescriptions = defineReason('signal.too_many_descriptions', {
  code: 'rate_limited',
  sentence: 'Too many offers and answers to one peer. Try again in a moment.',
});
