import { describe, expect, it } from '@jest/globals';
import { insecurePage, problemWithDevice, unplugged } from './media-problem';

describe('a media problem', () => {
  it.each([
    ['NotAllowedError', /blocked\. Allow it/],
    ['NotFoundError', /No microphone found\. Plug one in/],
    ['OverconstrainedError', /No microphone/],
    ['NotReadableError', /another program/],
    ['SomethingNewError', /couldn’t open/],
  ])('%s is said with the way out', (name, sentence) => {
    expect(problemWithDevice('microphone', name)).toMatchObject({ sentence: expect.stringMatching(sentence) });
  });

  it('does not arise when the user cancels screen sharing', () => {
    expect(problemWithDevice('screen', 'NotAllowedError')).toBeNull();
    expect(problemWithDevice('camera', 'NotAllowedError')).not.toBeNull();
  });

  it('offers a retry after a device was unplugged, and none on an insecure page', () => {
    expect(insecurePage('microphone').canRetry).toBe(false);
    expect(unplugged('camera').canRetry).toBe(true);
  });
});
