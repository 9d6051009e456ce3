import { defineReason, param } from '../grammar/reason';

export const roomUnknown = defineReason('room.unknown', {
  code: 'not_found',
  sentence: 'There is no such room, or you are not in it.',
});

export const roomBanned = defineReason('room.banned', {
  code: 'forbidden',
  sentence: 'You’re banned from this room. Only its owner and moderators can unban you.',
});

export const roomMuted = defineReason('room.muted', {
  code: 'forbidden',
  sentence: 'You’re muted in this room for another {leftMs:duration}. Try again then.',
  params: { leftMs: param.milliseconds },
});

export const roomSlowMode = defineReason('room.slow_mode', {
  code: 'rate_limited',
  sentence: 'Slow mode: you can send one message every {everyMs:duration}. Try again in {waitMs:duration}.',
  params: { everyMs: param.milliseconds, waitMs: param.milliseconds },
});

export const roomNameTaken = defineReason('room.name_taken', {
  code: 'conflict',
  sentence: 'A public room already has this name.',
});

export const roomModeratorsOnly = defineReason('room.moderators_only', {
  code: 'forbidden',
  sentence: 'Only the room’s owner and moderators can do this.',
});

export const roomOwnerOnly = defineReason('room.owner_only', {
  code: 'forbidden',
  sentence: 'Only the room’s owner can do this.',
});

export const roomAddingRestricted = defineReason('room.adding_restricted', {
  code: 'forbidden',
  sentence: 'Only the owner and moderators can add people to a private room.',
});

export const roomLinksRestricted = defineReason('room.links_restricted', {
  code: 'forbidden',
  sentence: 'Only the owner and moderators can manage the invite links of a private room.',
});

export const roomHistoryPublic = defineReason('room.history_public', {
  code: 'conflict',
  sentence: 'Everyone can read the whole history of a public room.',
});

export const roomNeedsOwner = defineReason('room.needs_owner', {
  code: 'conflict',
  sentence: 'A room needs an owner. Make someone else the owner first.',
});

export const roomTooManyPins = defineReason('room.too_many_pins', {
  code: 'conflict',
  sentence: 'This room has {max} pins, the maximum. Unpin a message first.',
  params: { max: param.count },
});

export const roomsTooMany = defineReason('room.too_many', {
  code: 'conflict',
  sentence: 'You’re in {max} rooms, the maximum. Leave one of them first.',
  params: { max: param.count },
});

export const roomPublicOnly = defineReason('room.public_only', {
  code: 'invalid',
  sentence: 'Only a public room can be for everybody.',
});

export const lobbyName = defineReason('lobby.name', {
  code: 'forbidden',
  sentence: 'You can’t rename the lobby. You can change its topic and settings.',
});

export const lobbyLeaving = defineReason('lobby.leaving', {
  code: 'forbidden',
  sentence: 'You can’t leave the lobby.',
});

export const lobbyOwner = defineReason('lobby.owner', {
  code: 'forbidden',
  sentence: 'The lobby belongs to the admins and can’t have an owner.',
});

export const roomInviteDead = defineReason('room_invite.dead', {
  code: 'not_found',
  sentence: 'This link is invalid, expired, used up or revoked.',
});

export const roomInviteUnknown = defineReason('room_invite.unknown', {
  code: 'not_found',
  sentence: 'This room has no link with this id.',
});
