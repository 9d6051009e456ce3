import { clipboard } from '../browser/capabilities';

/** Puts a text on the clipboard; false where the browser does not let it. */
export async function copy(text: string): Promise<boolean> {
  // Missing on plain HTTP; there the old way still works.
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
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing newer where the page came over plain HTTP
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
