import { defineReason, param } from '../grammar/reason';

const direct = 'This is a direct conversation.';

export const directName = defineReason('direct.name', {
  code: 'forbidden',
  sentence: `${direct} It has no name or topic.`,
});

export const directDeleting = defineReason('direct.deleting', {
  code: 'forbidden',
  sentence: `${direct} You can’t delete it, but you can hide it.`,
});

export const directAdding = defineReason('direct.adding', {
  code: 'forbidden',
  sentence: `${direct} To add people, start a new one with everyone.`,
});

export const directLeaving = defineReason('direct.leaving', {
  code: 'forbidden',
  sentence: `${direct} You can’t leave it, but you can hide it.`,
});

export const directLinks = defineReason('direct.links', {
  code: 'forbidden',
  sentence: `${direct} It has no invite links.`,
});

export const directModerating = defineReason('direct.moderating', {
  code: 'forbidden',
  sentence: `${direct} It has no owner or moderators.`,
});

export const directOthersMessages = defineReason('direct.others_messages', {
  code: 'forbidden',
  sentence: `${direct} Only the author can delete a message.`,
});

export const directPersonGone = defineReason('direct.person_gone', {
  code: 'not_found',
  sentence: 'At least one of these people has no account on this server.',
});

export const directNoReader = defineReason('direct.no_reader', {
  code: 'forbidden',
  sentence: 'You can’t message this person: their account is deactivated.',
});

export const directIsRoom = defineReason('direct.is_room', {
  code: 'conflict',
  sentence: 'This is a room. To stop seeing it, leave it.',
});

export const directsTooMany = defineReason('direct.too_many', {
  code: 'conflict',
  sentence: 'You have {max} direct conversations, the maximum.',
  params: { max: param.count },
});

export const directsTooManyHidden = defineReason('direct.too_many_hidden', {
  code: 'conflict',
  sentence: 'You have {max} hidden conversations, the maximum. Open one of them first.',
  params: { max: param.count },
});

export const personUnknown = defineReason('person.unknown', {
  code: 'not_found',
  sentence: 'There is no such person.',
});

export const personInTooManyRooms = defineReason('person.in_too_many_rooms', {
  code: 'conflict',
  sentence: 'This person is in {max} rooms, the maximum.',
  params: { max: param.count },
});

export const memberUnknown = defineReason('member.unknown', {
  code: 'not_found',
  sentence: 'This person is not in the room.',
});

export const memberBanned = defineReason('member.banned', {
  code: 'conflict',
  sentence: 'This person is banned from the room. Unban them first.',
});

export const memberIsYou = defineReason('member.is_you', {
  code: 'conflict',
  sentence: 'You can’t do this to yourself.',
});

export const memberIsAdmin = defineReason('member.is_admin', {
  code: 'forbidden',
  sentence: 'This person is an admin, and this room belongs to the admins.',
});

export const memberOutranks = defineReason('member.outranks', {
  code: 'forbidden',
  sentence:
    'This person is a moderator or the owner. Only the owner can act on moderators, and no one can act on the owner.',
});

export const memberCannotOwn = defineReason('member.cannot_own', {
  code: 'conflict',
  sentence: 'Bots and disabled accounts cannot own a room.',
});
