import { gzipSync } from 'node:zlib';
import { script, type CorpusFile } from './corpus-file';

const octets = 'application/octet-stream';

/** Everything that is no picture: what browsers play, and what they only download. */
export function otherFiles(): readonly CorpusFile[] {
  const downloads: Readonly<Record<string, Buffer | string>> = {
    text: 'Hello',
    'text in UTF-16': Buffer.from('\ufeffHello', 'utf16le'),
    'one byte': 'x',
    zeros: Buffer.alloc(4_096),
    html: `<!doctype html><html>${script}</html>`,
    'html after blanks': `\n\n   <html>${script}`,
    xhtml: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
    svg: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
    'svg with a script': `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`,
    'compressed svg': gzipSync(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    javascript: 'alert(1)',
    'shell script': '#!/bin/sh\nrm -rf ~\n',
    pdf: '%PDF-1.7\n%âãÏÓ\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj',
    'pdf that is a page': `%PDF-1.7\n<html>${script}</html>`,
    zip: 'PK\x03\x04\x14\x00\x00\x00\x00\x00',
    gzip: gzipSync('Hello'),
    'windows program': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
    'linux program': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)]),
    'bmp, which the decoder does not know': Buffer.concat([Buffer.from('BM'), Buffer.alloc(100)]),
    ico: Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0]), Buffer.alloc(60)]),
    psd: Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(60)]),
    'heic, which the decoder does not know': box('heic', 'mif1heic'),
    flash: Buffer.concat([Buffer.from('CWS\x0f'), Buffer.alloc(60)]),
    matroska: ebml('matroska'),
    'sqlite database': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(200)]),
  };
  const played: readonly (readonly [name: string, type: string, bytes: Buffer])[] = [
    ['mp4', 'video/mp4', box('isom', 'isomiso2avc1mp41')],
    ['mp4 of a camera', 'video/mp4', box('mp42', 'mp42isom')],
    ['m4v', 'video/mp4', box('M4V ', 'M4V mp42')],
    ['quicktime', 'video/quicktime', box('qt  ', 'qt  ')],
    ['webm', 'video/webm', ebml('webm')],
    ['mp3', 'audio/mpeg', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), mpegFrame, mpegFrame])],
    ['mp3 without tags', 'audio/mpeg', Buffer.concat([mpegFrame, mpegFrame, mpegFrame])],
    ['m4a', 'audio/mp4', box('M4A ', 'M4A mp42isom')],
    ['wav', 'audio/wav', Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt '), Buffer.alloc(40)])],
    ['flac', 'audio/flac', Buffer.concat([Buffer.from('fLaC\0\0\0\x22'), Buffer.alloc(60)])],
    ['opus', 'audio/ogg', ogg('OpusHead')],
    ['vorbis', 'audio/ogg', ogg('\x01vorbis')],
    ['aac', 'audio/aac', Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x01, 0x7f, 0xfc]), Buffer.alloc(60)])],
  ];
  return [
    ...Object.entries(downloads).map(([name, bytes]) => ({
      name,
      bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes,
      becomes: { kind: 'other', type: octets } as const,
    })),
    ...played.map(([name, type, bytes]) => ({
      name,
      bytes,
      becomes: { kind: type.startsWith('video/') ? ('video' as const) : ('audio' as const), type },
    })),
  ];
}

/** The first box of an ISO base media file. */
function box(brand: string, compatible: string): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(`ftyp${brand}\0\0\0\0${compatible}`, 'latin1')]);
  bytes.writeUInt32BE(bytes.length);
  return Buffer.concat([bytes, Buffer.from([0, 0, 0, 8]), Buffer.from('mdat')]);
}

/** The EBML header of Matroska and WebM. */
function ebml(type: string): Buffer {
  const kind = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 + type.length]), Buffer.from(type)]);
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + kind.length]), kind, Buffer.alloc(40)]);
}

/** One frame of MPEG-1 layer 3 at 128 kbit/s and 44.1 kHz. */
const mpegFrame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

/** The first page of an Ogg stream. */
function ogg(codec: string): Buffer {
  const head = Buffer.concat([Buffer.from(`OggS\0\x02`, 'latin1'), Buffer.alloc(20), Buffer.from([1, 19])]);
  return Buffer.concat([head, Buffer.from(codec, 'latin1'), Buffer.alloc(40)]);
}
