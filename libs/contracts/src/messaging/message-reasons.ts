import { defineReason, param } from '../grammar/reason';

export const messageUnknown = defineReason('message.unknown', {
  code: 'not_found',
  sentence: 'There is no such message in this room.',
});

export const messageNotYours = defineReason('message.not_yours', {
  code: 'forbidden',
  sentence: 'Only the author can edit a message.',
});

export const messageDeleting = defineReason('message.deleting_restricted', {
  code: 'forbidden',
  sentence: 'Only the room’s owner and moderators can delete other people’s messages.',
});

export const messageDeleted = defineReason('message.deleted', {
  code: 'conflict',
  sentence: 'This message has been deleted.',
});

export const messageEdited = defineReason('message.edited', {
  code: 'conflict',
  sentence: 'This message was edited on another device. Check its new text, then edit it again.',
});

export const messageEmpty = defineReason('message.empty', {
  code: 'invalid',
  sentence: 'A message without files needs a text. To remove the message, delete it.',
});

export const messageEmojis = defineReason('message.too_many_emojis', {
  code: 'conflict',
  sentence: 'This message has {max} different emojis, the maximum. Use one of them.',
  params: { max: param.count },
});

export const messageReactions = defineReason('message.too_many_reactions', {
  code: 'conflict',
  sentence: 'This message has {max} reactions, the maximum.',
  params: { max: param.count },
});

export const messageReplyTarget = defineReason('message.reply_target', {
  code: 'conflict',
  sentence: 'The message you’re replying to isn’t in this room.',
});

export const messageIdReused = defineReason('message.id_reused', {
  code: 'conflict',
  sentence: 'This clientMsgId was already used in this room for a different text.',
});

export const importOwnerUnknown = defineReason('import.owner_unknown', {
  code: 'not_found',
  sentence: 'No one on this server has the handle of the new owner.',
});

export const importNotBegun = defineReason('import.not_begun', {
  code: 'not_found',
  sentence: 'The import of this room has not been started.',
});

export const importRoomDeleted = defineReason('import.room_deleted', {
  code: 'conflict',
  sentence: 'The room was imported before and then deleted. It can’t be imported again.',
});

export const searchesOfYours = defineReason('search.too_many_of_yours', {
  code: 'rate_limited',
  sentence: 'You already have {max} searches waiting. Wait for one of them to finish.',
  params: { max: param.count },
});

export const searchesTooMany = defineReason('search.too_many', {
  code: 'unavailable',
  sentence: 'Too many people are searching right now. Try again in a moment.',
});

export const searchTooLong = defineReason('search.too_long', {
  code: 'unavailable',
  sentence: 'The search took too long. Try again in a moment.',
});
