import { defineReason, param } from '../grammar/reason';

/** One answer for a room that does not exist and one that a person may not know of. */

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
