import { describe, expect, it } from '@jest/globals';
import { trackLoudness, loudness, speakingNow, type LastLoud } from './speaking';

const silence: LastLoud<string> = new Map();
const loud = new Map([['ada', 0.2]]);
const quiet = new Map([['ada', 0.001]]);

describe('speaking', () => {
  it('starts with the first loud sample and lasts through the gap between two words', () => {
    const spoke = trackLoudness(silence, loud, 1_000);
    expect(speakingNow(spoke, 1_000)).toEqual(new Set(['ada']));
    const paused = trackLoudness(spoke, quiet, 1_300);
    expect(speakingNow(paused, 1_300)).toEqual(new Set(['ada']));
    expect(speakingNow(trackLoudness(paused, quiet, 1_400), 1_400)).toEqual(new Set());
  });

  it('is not detected in a quiet room', () => {
    expect(speakingNow(trackLoudness(silence, quiet, 1_000), 1_000)).toEqual(new Set());
  });

  it('forgets a speaker who left', () => {
    expect(trackLoudness(trackLoudness(silence, loud, 1_000), new Map(), 1_100)).toEqual(new Map());
  });
});

describe('loudness', () => {
  it('is the root mean square', () => {
    expect(loudness(new Float32Array([0.5, -0.5]))).toBeCloseTo(0.5);
    expect(loudness(new Float32Array())).toBe(0);
  });
});
