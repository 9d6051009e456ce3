import { describe, expect, it } from '@jest/globals';
import { inGerman } from '../../platform/language/testing/in-german';
import { size } from '../../platform/language/size';
import { span } from './units';

describe('readable amounts', () => {
  it.each([
    [0, '0 B'],
    [812, '812 B'],
    [4_096, '4.1 KB'],
    [131_072_000, '131 MB'],
    [2_500_000_000, '2.5 GB'],
    [1e18, '1,000,000 TB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(size(bytes)).toBe(text);
  });

  it('follow the locale of the page', async () => {
    const speakEnglish = await inGerman();
    expect(size(1_400_000)).toBe('1,4 MB');
    await speakEnglish();
  });

  it.each([
    [0, '0 s'],
    [12_400, '12 s'],
    [61_000, '1 min 1 s'],
    [7_200_000, '2 h'],
    [273_900_000, '3 d 4 h'],
  ])('%i ms are %s', (ms, text) => {
    expect(span(ms)).toBe(text);
  });
});
