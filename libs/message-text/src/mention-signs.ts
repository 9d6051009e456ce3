import { limits } from '@devchitchat/contracts';

/**
 * One character of a word, as the source of a regular expression with the `u` flag. Includes the marks that follow a
 * letter, but not variation selectors, which end emoji.
 */
export const wordCharacter = String.raw`(?:[\p{L}\p{N}_]|(?!\p{Variation_Selector})[\p{Mn}\p{Mc}])`;

/**
 * The `@` of a mention, as the source of a regular expression with the `u` flag: after these characters it belongs to a word
 * or an address.
 */
export const mentionStart = String.raw`(?<!${wordCharacter}|[@.-])@`;

/** One character of a handle, as the source of a regular expression. */
export const handleCharacter = '[A-Za-z0-9_-]';

/** A handle, as the source of a regular expression. */
export const handleInText = `${handleCharacter}{2,${String(limits.handleLength)}}`;
