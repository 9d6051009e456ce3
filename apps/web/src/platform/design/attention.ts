/** Milliseconds without an input after which nobody is assumed to read a window that has the focus. */
export const awayAfterMs = 5 * 60_000;
/** The same for a window beside the one in use: scrolling it or pointing at it is reading, but only for a moment. */
export const asideAfterMs = 10_000;

/** The signs of a reader that a page can observe. */
export interface Attention {
  readonly visible: boolean;
  readonly focused: boolean;
  /** Milliseconds since the last key, click, scroll or movement of the pointer in this window. */
  readonly quietForMs: number;
}

/** Milliseconds for which the reader still counts as reading this page; 0 if they do not. */
export function readsFor({ visible, focused, quietForMs }: Attention): number {
  if (!visible) return 0;
  return Math.max(0, (focused ? awayAfterMs : asideAfterMs) - quietForMs);
}
