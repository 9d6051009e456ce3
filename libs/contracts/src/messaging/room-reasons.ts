import { defineReason, param } from '../grammar/reason';

export const roomUnknown = defineReason('room.unknown', {
  code: 'not_found',
  sentence: 'There is no such room, or you are not in it.',
});

export const roomBanned = defineReason('room.banned', {
  code: 'forbidden',
  sentence: 'You are banned from this room. Only its owner and mods can change that.',
});

export const roomMuted = defineReason('room.muted', {
  code: 'forbidden',
  sentence: 'You are muted in this room for {leftMs:duration} more. Try again then.',
  params: { leftMs: param.milliseconds },
});

export const roomSlowMode = defineReason('room.slow_mode', {
  code: 'rate_limited',
  sentence: 'Slow mode: one message in {everyMs:duration} here. Try again in {waitMs:duration}.',
  params: { everyMs: param.milliseconds, waitMs: param.milliseconds },
});

export const roomNameTaken = defineReason('room.name_taken', {
  code: 'conflict',
  sentence: 'A public room has this name already.',
});

export const roomModeratorsOnly = defineReason('room.moderators_only', {
  code: 'forbidden',
  sentence: 'Only the owner and mods of a room do this.',
});

export const roomOwnerOnly = defineReason('room.owner_only', {
  code: 'forbidden',
  sentence: 'Only the owner of a room does this.',
});

export const roomAddingRestricted = defineReason('room.adding_restricted', {
  code: 'forbidden',
  sentence: 'Only the owner and mods add people to a private room.',
});

export const roomLinksRestricted = defineReason('room.links_restricted', {
  code: 'forbidden',
  sentence: 'Only the owner and mods of a private room handle its links.',
});

export const roomHistoryPublic = defineReason('room.history_public', {
  code: 'conflict',
  sentence: 'The history of a public room is for everybody, from its beginning.',
});

export const roomNeedsOwner = defineReason('room.needs_owner', {
  code: 'conflict',
  sentence: 'A room keeps its owner. Make somebody else the owner first.',
});

export const roomTooManyPins = defineReason('room.too_many_pins', {
  code: 'conflict',
  sentence: 'This room has {most} pins. Take one off first.',
  params: { most: param.count },
});

export const roomsTooMany = defineReason('room.too_many', {
  code: 'conflict',
  sentence: 'You are in {most} rooms, which is the most. Leave one of them first.',
  params: { most: param.count },
});

export const lobbyName = defineReason('lobby.name', {
  code: 'forbidden',
  sentence: 'The lobby keeps its name. You can change its topic and settings.',
});

export const lobbyLeaving = defineReason('lobby.leaving', {
  code: 'forbidden',
  sentence: 'Nobody leaves the lobby.',
});

export const lobbyOwner = defineReason('lobby.owner', {
  code: 'forbidden',
  sentence: 'The lobby belongs to the admins, and nobody owns it.',
});

export const roomInviteDead = defineReason('room_invite.dead', {
  code: 'not_found',
  sentence: 'The link is expired, used up, revoked or was never made here.',
});

export const roomInviteUnknown = defineReason('room_invite.unknown', {
  code: 'not_found',
  sentence: 'This room has no link with this id.',
});
