/** Lines above which a message is folded, and letters in one line on a wide screen. */
const mostLines = 24;
const lineLength = 90;

/** Whether a text would fill a screen. Decided by the text alone, so that nothing moves once it is on the page. */
export function isLongText(text: string): boolean {
  if (text.length <= mostLines) return false;
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0);
  return lines > mostLines;
}
