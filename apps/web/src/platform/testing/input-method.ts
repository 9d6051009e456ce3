/** How each browser reports Enter when it ends the composition of a word. */
const enterOfInputMethods = {
  'Chromium and Firefox': { key: 'Enter', keyCode: 229, isComposing: true },
  'Chromium for some input methods': { key: 'Process', keyCode: 229, isComposing: true },
  'Safari, which has ended the composition before': { key: 'Enter', keyCode: 229, isComposing: false },
} as const;

export const enters = Object.entries(enterOfInputMethods);

/** Types a key as an input method does: no other event follows. */
export function pressed(
  target: Element,
  { key, keyCode, isComposing }: { readonly key: string; readonly keyCode: number; readonly isComposing: boolean },
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  // The page of the specs leaves these out.
  Object.defineProperties(event, { keyCode: { value: keyCode }, isComposing: { value: isComposing } });
  target.dispatchEvent(event);
  return event;
}
