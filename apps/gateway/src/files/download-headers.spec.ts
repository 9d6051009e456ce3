import type { FileId } from '@devchitchat/contracts';
import { parse } from 'content-disposition';
import { downloadHeaders, type ReadableFile } from './download-headers';

const file: ReadableFile = {
  fileId: 'f_5p1s8w3z7b2e6j9q' as FileId,
  form: 'original',
  kind: 'other',
  type: 'application/pdf',
  name: 'a.pdf',
};
const picture: ReadableFile = { ...file, form: 'large', kind: 'picture', type: 'image/webp', name: 'beach.JPG' };
const disposition = (of: Partial<ReadableFile>, isDownload = false) =>
  downloadHeaders({ ...file, ...of }, isDownload).get('content-disposition') ?? '';

describe('the headers of a stored file', () => {
  it.each([
    ['other', 'text/html', 'application/octet-stream', 'attachment'],
    ['other', 'application/pdf', 'application/octet-stream', 'attachment'],
    ['picture', 'image/webp', 'image/webp', 'inline'],
    ['picture', 'image/svg+xml', 'application/octet-stream', 'attachment'],
    ['picture', 'text/html', 'application/octet-stream', 'attachment'],
    ['video', 'video/mp4', 'video/mp4', 'inline'],
    ['audio', 'audio/ogg', 'audio/ogg', 'inline'],
    ['audio', 'audio/ogg\r\nX: 1', 'application/octet-stream', 'attachment'],
    ['video', 'text/html', 'application/octet-stream', 'attachment'],
  ] as const)('of kind %s and type %j say %s, %s', (kind, type, expected, how) => {
    const headers = downloadHeaders({ ...file, kind, type }, false);
    expect(headers.get('content-type')).toBe(expected);
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${how};`));
  });

  it('make a browser save what is downloaded', () => {
    expect(disposition({ kind: 'video', type: 'video/mp4', name: 'film.mp4' }, true)).toBe(
      'attachment; filename=film.mp4',
    );
  });

  it.each([
    ['beach.JPG', 'beach.webp'],
    ['beach', 'beach.webp'],
    ['.hidden', '.hidden.webp'],
    ['a.b.png', 'a.b.webp'],
  ])('name the picture %s %s', (name, expected) => {
    expect(parse(disposition({ ...picture, name })).parameters['filename']).toBe(expected);
  });

  it.each(['quoted "name".txt', 'back\\slash.txt', 'Grüße 🏖.txt', 'a; b="c".txt', '100%20.txt', '雪.zip', "it's.txt"])(
    'keep the name %s',
    (name) => {
      const header = disposition({ name });
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      expect(parse(header).parameters['filename']).toBe(name);
    },
  );

  it('encode names beyond ASCII, with a plain one for old programs', () => {
    expect(disposition({ name: 'Grüße.txt' })).toBe(
      'attachment; filename="Gr?????e.txt"; filename*=UTF-8\'\'Gr%C3%BC%C3%9Fe.txt'.replace('?????', '??'),
    );
  });

  it.each(['a\r\nSet-Cookie: x=1.txt', 'a\nb', 'a\u0000b', '\ud800.txt'])('let no name add a header: %j', (name) => {
    const headers = downloadHeaders({ ...file, name }, false);
    expect([...headers.keys()]).not.toContain('set-cookie');
    expect(headers.get('content-disposition')).toMatch(/^[\x20-\x7e]+$/);
  });

  it('name the form', () => {
    expect(downloadHeaders(picture, false).get('etag')).toBe('"f_5p1s8w3z7b2e6j9q-large"');
  });
});
