import { defineReason, param } from '../grammar/reason';

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
