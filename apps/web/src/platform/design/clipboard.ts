import { clipboard } from '../browser/capabilities';

/** Copies a text to the clipboard; returns false if the browser does not allow it. */
export async function copy(text: string): Promise<boolean> {
  // Missing on plain HTTP, where the old way still works.
  const board = clipboard();
  if (!board) return copyBySelection(text);
  return board.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  const host = document.querySelector('dialog[open]') ?? document.body;
  host.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- plain HTTP offers no newer way
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
