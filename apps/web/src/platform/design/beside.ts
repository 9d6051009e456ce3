/** Pixels between an element and what opens beside it, and to the edges of the page. */
const gap = 8;

/**
 * Moves a dialog to the element that asked for it: below, or above where there is no room below, and its end in line with
 * the element's. It stays on the page when the window shrinks. On phones dialogs have their own place.
 */
export function placeBeside(dialog: HTMLElement, asker: Element): void {
  if (matchMedia('(max-width: 720px)').matches) return;
  const { offsetWidth: width, offsetHeight: height } = dialog;
  const { right, top, bottom } = asker.getBoundingClientRect();
  const hasRoomBelow = bottom + gap + height + gap <= innerHeight;
  const wanted = { left: right - width, top: hasRoomBelow ? bottom + gap : top - gap - height };
  const within = (px: number, size: number, page: string): string =>
    `max(${String(gap)}px, min(${String(px)}px, ${page} - ${String(size + gap)}px))`;
  dialog.style.margin = '0';
  dialog.style.left = within(wanted.left, width, '100vw');
  dialog.style.top = within(wanted.top, height, '100dvh');
}
