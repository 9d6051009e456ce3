/** One answer for a room that is not there and for one that must not be known of. */
export const noSuchRoom = 'There is no such room, or it is private and you are not in it.';
