/** The code that browsers give a key which an input method takes. */
const takenKeyCode = 229;

/**
 * Whether a key belongs to an input method, which composes letters such as those of Chinese, Japanese and Korean: it
 * then chooses a word, and must not send, search or close anything. `isComposing` is not enough: Safari ends the
 * composition before it reports the key that ended it, and tells only by the key code.
 */
const isForInputMethod = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells Safari's key apart
  event.isComposing || event.keyCode === takenKeyCode || event.key === 'Process';

/** Whether the browser itself would answer the key: it sends the form of a field, and closes a dialog. */
const isAnswered = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' || (key === 'Enter' && target instanceof HTMLInputElement);

function keep(event: KeyboardEvent): void {
  if (!isForInputMethod(event)) return;
  event.stopPropagation();
  if (isAnswered(event)) event.preventDefault();
}

/**
 * Keeps the keys of input methods from everything on the page that acts on keys: fields, lists, menus, dialogs, forms
 * and shortcuts. So none of them has to ask. Listeners that capture at the document still see that somebody types.
 */
export function keepKeysOfInputMethods({ documentElement }: Document): void {
  documentElement.addEventListener('keydown', keep, { capture: true });
}
