import { cleanFileName, fileName } from './file-name';

describe('cleanFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Ferienfoto München 01.jpg', 'Ferienfoto München 01.jpg'],
    ['日本語.png', '日本語.png'],
    ['C:\\Users\\ada\\secret\\report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['two\nlines\u0000.txt', 'twolines.txt'],
    ['  spaced   out .txt ', 'spaced out .txt'],
    ['', 'file'],
    ['..', 'file'],
    ['folder/', 'file'],
    ['\u200b\u2800', 'file'],
    ['.bashrc', '.bashrc'],
    [`a${'\u0301'.repeat(20)}.txt`, 'a.txt'],
  ])('makes of %j the name %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected);
  });

  it('keeps the ending of a long name, and halves no character', () => {
    for (let more = 0; more < 3; more++) {
      const clean = cleanFileName(`${'a'.repeat(more)}${'😀'.repeat(2_000)}.tar`);

      expect(clean.length).toBeLessThanOrEqual(128);
      expect(clean).toMatch(/😀….tar$/u);
      expect(clean.isWellFormed()).toBe(true);
    }
  });

  it('leaves each clean name as it is', () => {
    for (const name of ['a', 'report.pdf', '…', 'x'.repeat(128), 'नमस्ते.txt', '👩‍👩‍👧.png']) {
      expect(cleanFileName(name)).toBe(name);
      expect(fileName.parse(name)).toBe(name);
    }
  });
});

describe('fileName', () => {
  it.each(['', ' ', '.', '..', 'a/b', 'a\\b', 'x'.repeat(129), 'a\u0000b', 'a\nb', 'evil\u202egnp.exe'])(
    'refuses %j',
    (name) => {
      expect(fileName.safeParse(name).success).toBe(false);
    },
  );
});
