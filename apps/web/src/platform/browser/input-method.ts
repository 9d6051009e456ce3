/** The code that browsers give a key which an input method takes. */
const takenKeyCode = 229;

/**
 * Whether a key belongs to an input method, which composes letters such as those of Chinese, Japanese and Korean: it
 * then chooses a word, and must not send, search or close anything. `isComposing` is not enough: Safari ends the
 * composition before it reports the key that ended it, and tells only by the key code.
 */
export const isForInputMethod = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells Safari's key apart
  event.isComposing || event.keyCode === takenKeyCode || event.key === 'Process';
