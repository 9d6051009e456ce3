export type Shortcut =
  'palette' | 'sheet' | 'search' | 'composer' | 'next room' | 'previous room' | 'next unread' | 'previous unread';

/** The relevant properties of a pressed key. */
export interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The shortcut of a key. While the user types, a key without a modifier is none. */
export function shortcutOf(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Keystroke,
  isWriting: boolean,
): Shortcut | null {
  const isCommand = (ctrlKey || metaKey) && !altKey;
  if (isCommand) {
    if (key === '/') return 'sheet';
    if (shiftKey) return null;
    if (key.toLowerCase() === 'k') return 'palette';
    return key.toLowerCase() === 'f' ? 'search' : null;
  }
  if (altKey && !ctrlKey && !metaKey) {
    if (key === 'ArrowDown') return shiftKey ? 'next unread' : 'next room';
    if (key === 'ArrowUp') return shiftKey ? 'previous unread' : 'previous room';
    return null;
  }
  if (isWriting || altKey || ctrlKey || metaKey) return null;
  if (key === '?') return 'sheet';
  if (key === '/') return 'search';
  return key === 'Escape' ? 'composer' : null;
}

/** The next item in a direction, wrapping around; `undefined` for an empty list. */
export function stepped<Item>(items: readonly Item[], here: number, by: 1 | -1): Item | undefined {
  if (items.length === 0) return undefined;
  const from = here === -1 && by === -1 ? 0 : here;
  return items.at((from + by) % items.length);
}
