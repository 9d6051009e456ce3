import { keepLocally } from '../browser/local-store';

/** The key of a person's habits in the local storage. */
export const emojiHabitsKey = (owner: string): string => `devchitchat emoji of ${owner}`;

/** Nothing of the person's habits stays on the device. Apart from them, because it is needed where no room was opened. */
export function forgetEmojiHabits(owner: string): void {
  keepLocally(emojiHabitsKey(owner), null);
}
