import { describe, expect, it } from '@jest/globals';
import { insecurePage, problemWithDevice, unplugged } from './media-problem';

describe('what keeps a device from being used', () => {
  it.each([
    ['NotAllowedError', /blocked\. Allow it/],
    ['NotFoundError', /no microphone\. Plug one in/],
    ['OverconstrainedError', /no microphone/],
    ['NotReadableError', /another program/],
    ['SomethingNewError', /did not open/],
  ])('%s is said with the way out', (name, sentence) => {
    expect(problemWithDevice('microphone', name)).toMatchObject({ sentence: expect.stringMatching(sentence) });
  });

  it('is nothing when somebody chose to share no screen', () => {
    expect(problemWithDevice('screen', 'NotAllowedError')).toBeNull();
    expect(problemWithDevice('camera', 'NotAllowedError')).not.toBeNull();
  });

  it('is not worth a retry on an insecure page, and is after a cable was pulled', () => {
    expect(insecurePage('microphone').canRetry).toBe(false);
    expect(unplugged('camera').canRetry).toBe(true);
  });
});
