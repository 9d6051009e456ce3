import { namesAnotherHost } from './link-label';

describe('the text of a named link', () => {
  const evil = 'https://evil.example/x';

  it.each([
    'https://bank.example',
    'HTTPS://BANK.EXAMPLE/login',
    'http:///bank.example',
    'bank.example',
    'www.bank.example',
    'sign in at bank.example now',
    'https://intranet',
    'https://[::1]/',
    '192.168.1.1',
    'ada@bank.example',
    'ｂａｎｋ.example',
    'bank．example',
    'bank。example',
    'bank․example',
    '银行。example',
    'bank.example1',
    'my_bank.example',
    'bank\u200b.exam\u00adple',
    'https://evil.example and https://bank.example',
    'https://evil.example.bank.example',
    'https://evil.example@bank.example',
    'bücher.example',
    'еvil.example',
    'ftp://bank.example',
  ])('names another host than the link opens: %s', (words) => {
    expect(namesAnotherHost(words, evil)).toBe(true);
  });

  it.each([
    ['the results', evil],
    ['https://evil.example', evil],
    ['evil.example', evil],
    ['www.evil.example', evil],
    ['EVIL.example/x', evil],
    ['bücher.example', 'https://bücher.example/'],
    ['node.js docs', 'https://nodejs.example/'],
    ['README.md', 'https://code.example/a/README.md'],
    ['version 2.10.3', evil],
    ['e.g. this', evil],
    ['write to ada@bank.example', 'mailto:ada@bank.example'],
    ['10:30 … 11:00', evil],
    ['今天完成了。请看这里', evil],
    ['Node。次はこちら。ここ', evil],
    ['my_module.py', 'https://code.example/a/my_module.py'],
    ['design notes.md', 'https://code.example/a/design%20notes.md'],
    ['Über.md', 'https://code.example/a/Über.md'],
  ])('names no other host: %s → %s', (words, href) => {
    expect(namesAnotherHost(words, href)).toBe(false);
  });

  it.each(
    [
      'mp4 mp3 m4a ogg opus wav flac avi mkv mov webm heic avif bmp tiff psd rar 7z zip gz bz2 jar epub rtf ods',
      'stl obj blend gcode 3mf ics gpx ttf ipynb tex java kt go rb cs lua vue rs py sh ps1 bat diff patch lock db log',
    ].flatMap((endings) => endings.split(' ')),
  )('names no other host if it is a file: %s', (ending) => {
    const name = `the-file_2.${ending}`;
    expect(namesAnotherHost(name, `https://files.example/1/${name}`)).toBe(false);
  });

  it('names a host when the link leads to no file of that name', () => {
    expect(namesAnotherHost('README.md', 'https://evil.example/')).toBe(true);
    expect(namesAnotherHost('bank.example', 'https://evil.example/bank.example')).toBe(true);
  });
});
