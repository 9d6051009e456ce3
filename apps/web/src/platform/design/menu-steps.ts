/**
 * The menu item that a key leads to: arrow keys wrap around, Home and End lead to both ends, and a letter to the next
 * item that begins with it. `here` is the focused item, or -1; returns `null` for a key that leads nowhere.
 */
export function steppedItem(key: string, here: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count;
    case 'ArrowUp':
      return (here > 0 ? here : count) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  if (key.length !== 1) return null;
  const begins = (label: string): boolean => label.trim().toLowerCase().startsWith(key.toLowerCase());
  const after = labels.findIndex((label, index) => index > here && begins(label));
  const found = after === -1 ? labels.findIndex(begins) : after;
  return found === -1 ? null : found;
}
