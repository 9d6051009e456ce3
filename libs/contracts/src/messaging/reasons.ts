import { defineReason, param } from '../grammar/reason';

/** One answer for a room that does not exist and one that a person may not know of. */
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

const amongItsPeople = 'This is a direct conversation, and stays among the people in it.';

export const directName = defineReason('direct.name', {
  code: 'forbidden',
  sentence: `${amongItsPeople} It has no name and no topic.`,
});

export const directDeleting = defineReason('direct.deleting', {
  code: 'forbidden',
  sentence: `${amongItsPeople} Nobody deletes it; you can hide it.`,
});

export const directAdding = defineReason('direct.adding', {
  code: 'forbidden',
  sentence: `${amongItsPeople} Open another one with all of them.`,
});

export const directLeaving = defineReason('direct.leaving', {
  code: 'forbidden',
  sentence: `${amongItsPeople} Nobody leaves it; you can hide it.`,
});

export const directLinks = defineReason('direct.links', {
  code: 'forbidden',
  sentence: `${amongItsPeople} No link leads into it.`,
});

export const directModerating = defineReason('direct.moderating', {
  code: 'forbidden',
  sentence: `${amongItsPeople} Nobody has a say over the others.`,
});

export const directOthersMessages = defineReason('direct.others_messages', {
  code: 'forbidden',
  sentence: `${amongItsPeople} Only its author deletes a message.`,
});

export const directPersonGone = defineReason('direct.person_gone', {
  code: 'not_found',
  sentence: 'Somebody of them is not on this server, or not any more.',
});

export const directUnheard = defineReason('direct.unheard', {
  code: 'forbidden',
  sentence: 'Nobody would read this: the account of whom you write to is closed.',
});

export const directIsRoom = defineReason('direct.is_room', {
  code: 'conflict',
  sentence: 'This is a room. Leave it, if you do not want to see it any more.',
});

export const directsTooMany = defineReason('direct.too_many', {
  code: 'conflict',
  sentence: 'You have opened {most} direct conversations, which is the most.',
  params: { most: param.count },
});

export const directsTooManyHidden = defineReason('direct.too_many_hidden', {
  code: 'conflict',
  sentence: 'You have hidden {most} conversations, which is the most. Open one of them first.',
  params: { most: param.count },
});

export const personUnknown = defineReason('person.unknown', {
  code: 'not_found',
  sentence: 'There is no such person.',
});

export const personInTooManyRooms = defineReason('person.in_too_many_rooms', {
  code: 'conflict',
  sentence: 'This person is in {most} rooms, which is the most.',
  params: { most: param.count },
});

export const memberUnknown = defineReason('member.unknown', {
  code: 'not_found',
  sentence: 'This person is not in the room.',
});

export const memberBanned = defineReason('member.banned', {
  code: 'conflict',
  sentence: 'They are banned from this room. Unban them first.',
});

export const memberIsYou = defineReason('member.is_you', {
  code: 'conflict',
  sentence: 'This is you. Nobody can do this to themselves.',
});

export const memberIsAdmin = defineReason('member.is_admin', {
  code: 'forbidden',
  sentence: 'They are an admin, and this room belongs to the admins.',
});

export const memberOutranks = defineReason('member.outranks', {
  code: 'forbidden',
  sentence: 'They are a mod or the owner. Only the owner acts on mods, and nobody on the owner.',
});

export const memberCannotOwn = defineReason('member.cannot_own', {
  code: 'conflict',
  sentence: 'Bots and disabled accounts cannot own a room.',
});

export const roomInviteDead = defineReason('room_invite.dead', {
  code: 'not_found',
  sentence: 'The link is expired, used up, revoked or was never made here.',
});

export const roomInviteUnknown = defineReason('room_invite.unknown', {
  code: 'not_found',
  sentence: 'This room has no link with this id.',
});

export const messageUnknown = defineReason('message.unknown', {
  code: 'not_found',
  sentence: 'There is no such message in this room.',
});

export const messageNotYours = defineReason('message.not_yours', {
  code: 'forbidden',
  sentence: 'Only its author edits a message.',
});

export const messageDeleting = defineReason('message.deleting_restricted', {
  code: 'forbidden',
  sentence: "Only the owner and mods of a room delete other people's messages.",
});

export const messageDeleted = defineReason('message.deleted', {
  code: 'conflict',
  sentence: 'This message was deleted meanwhile.',
});

export const messageEdited = defineReason('message.edited', {
  code: 'conflict',
  sentence: 'This message was edited on another device meanwhile. Look at it and edit it again.',
});

export const messageEmojis = defineReason('message.too_many_emojis', {
  code: 'conflict',
  sentence: 'This message has {most} different emojis. Use one of them.',
  params: { most: param.count },
});

export const messageReactions = defineReason('message.too_many_reactions', {
  code: 'conflict',
  sentence: 'This message has {most} reactions. It takes no more.',
  params: { most: param.count },
});

export const messageReplyTarget = defineReason('message.reply_target', {
  code: 'conflict',
  sentence: 'The message that this one answers has not been said in this room.',
});

export const messageIdReused = defineReason('message.id_reused', {
  code: 'conflict',
  sentence: 'This clientMsgId was used in this room for another text.',
});

export const importOwnerUnknown = defineReason('import.owner_unknown', {
  code: 'not_found',
  sentence: 'Nobody here goes by the handle of the owner-to-be.',
});

export const importNotBegun = defineReason('import.not_begun', {
  code: 'not_found',
  sentence: 'No import of this room was begun.',
});

export const importRoomDeleted = defineReason('import.room_deleted', {
  code: 'conflict',
  sentence: 'The room was imported before and deleted here. It is not brought back.',
});

export const searchesOfYours = defineReason('search.too_many_of_yours', {
  code: 'rate_limited',
  sentence: 'You have {most} searches waiting already. Let one of them end first.',
  params: { most: param.count },
});

export const searchesTooMany = defineReason('search.too_many', {
  code: 'unavailable',
  sentence: 'Too many people are searching right now. Try again in a moment.',
});

export const searchTooLong = defineReason('search.too_long', {
  code: 'unavailable',
  sentence: 'The search takes too long right now. Try again in a moment.',
});
