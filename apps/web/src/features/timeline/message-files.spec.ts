import { describe, expect, it } from '@jest/globals';
import type { FileId, MessageFile } from '@devchitchat/contracts';
import { filesInWords } from '../../client/messages/files-in-words';
import { page } from '../../platform/testing/page';
import { MessageFiles } from './message-files';
import { shownSize } from './picture-size';

const { render, screen } = page();

const fileId = (letter: string) => `f_${letter.repeat(16)}` as FileId;
const picture = (letter: string, more: Partial<MessageFile> = {}): MessageFile => ({
  fileId: fileId(letter),
  name: `${letter}.png`,
  kind: 'picture',
  type: 'image/webp',
  bytes: 1_000,
  picture: { width: 1920, height: 1000, thumbhash: '', isAnimated: false },
  ...more,
});
const other = (kind: MessageFile['kind'], name: string): MessageFile => ({
  fileId: fileId('d'),
  name,
  kind,
  type: 'x/y',
  bytes: 1_234,
});

describe('the files of a message', () => {
  const shown = (...files: MessageFile[]) => render(MessageFiles, { inputs: { files } });

  it('are pictures with their description, or else their name, at a size that is known before they load', async () => {
    await shown(picture('a', { alt: 'A cat' }), picture('b'));
    const [first, second] = screen.getAllByRole<HTMLImageElement>('img');
    expect([first?.alt, second?.alt]).toEqual(['A cat', 'b.png']);
    expect(first?.getAttribute('src')).toBe(`api/files/${fileId('a')}/small`);
    expect([first?.getAttribute('width'), first?.getAttribute('height')]).toEqual(['768', '400']);
    expect(screen.getByRole('link', { name: 'A cat' }).getAttribute('href')).toBe(`api/files/${fileId('a')}/large`);
  });

  it('can be downloaded under their names', async () => {
    await shown(other('other', 'notes.txt'));
    const link = screen.getByRole('link', { name: 'Download notes.txt' });
    expect(link.getAttribute('href')).toBe(`api/files/${fileId('d')}/original?download`);
    expect(screen.getByText('1.2 KB')).toBeTruthy();
  });

  it.each(['video', 'audio'] as const)('play a %s in place', async (kind) => {
    await shown(other(kind, 'talk'));
    const player = screen.getByLabelText('talk');
    expect([player.localName, player.getAttribute('preload')]).toEqual([kind, 'metadata']);
  });
});

describe('a picture', () => {
  it('is shown whole within 960 × 400 pixels, and never enlarged', () => {
    expect(shownSize({ width: 1920, height: 400 })).toEqual({ width: 960, height: 200 });
    expect(shownSize({ width: 100, height: 4000 })).toEqual({ width: 10, height: 400 });
    expect(shownSize({ width: 16, height: 16 })).toEqual({ width: 16, height: 16 });
  });
});

describe('the files of a message in words', () => {
  it('are pictures, a name, or their number', () => {
    const [cat, notes] = [picture('a'), other('other', 'notes.txt')];
    expect([[cat], [cat, cat], [notes], [cat, notes], []].map(filesInWords)).toEqual([
      'Picture',
      '2 pictures',
      'notes.txt',
      '2 files',
      '',
    ]);
  });
});
