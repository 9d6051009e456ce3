import { describe, expect, it } from '@jest/globals';
import { filesIn, holdsFiles, isText, named } from './dragged-files';

const image = (name: string) => new File(['x'], name, { type: 'image/png' });
const carried = (types: readonly string[], files: readonly File[] = []) => ({
  types,
  files: files as unknown as FileList,
});

describe('what is pasted or dropped', () => {
  it('holds files if the browser says so', () => {
    expect([holdsFiles(carried(['Files'])), holdsFiles(carried(['text/plain'])), holdsFiles(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is text, not its picture, if a program copied both', () => {
    expect(isText(carried(['text/plain', 'text/html', 'Files']))).toBe(true);
    expect(isText(carried(['text/html', 'Files']))).toBe(false);
  });

  it('contains no folders', () => {
    const items = [
      { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true, name: 'src' }) },
      { kind: 'string', webkitGetAsEntry: () => null },
    ] as unknown as DataTransferItemList;
    const files = [new File([], 'src'), image('a.png')];
    expect(filesIn({ ...carried(['Files'], files), items }).map(({ name }) => name)).toEqual(['a.png']);
  });

  it('is called a screenshot of that minute if the browser made up its name', () => {
    const now = new Date(2026, 10, 28, 18, 30).getTime();
    expect(named(image('image.png'), now).name).toBe('screenshot 2026-11-28 18.30.png');
    expect(named(image('plan.png'), now).name).toBe('plan.png');
  });
});
