import type { Label } from '../language/text';
import { t } from '../language/t';

/** Keys whose names differ between the keyboards of languages. */
const named: Readonly<Record<string, Label>> = { Ctrl: 'Ctrl', Shift: 'Shift', Del: 'Del', Enter: 'Enter' };

/** A key as it is printed on the keyboard: `Strg` in German, `⌘` instead of `Ctrl` on a Mac. */
export function keyName(key: string): string {
  if (key === 'Ctrl' && /Mac|iPhone|iPad/.test(navigator.userAgent)) return '⌘';
  const name = named[key];
  return name === undefined ? key : t(name);
}
