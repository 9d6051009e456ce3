import { expect, it } from '@jest/globals';
import { linkWords } from './link-words';

it('says nothing of a link that stands', () => {
  expect(linkWords('connected', null)).toBeNull();
});

it('says that nothing arrives over one that is only said to stand', () => {
  expect(linkWords('connected', null, true)).toMatchObject({
    sentence: expect.stringMatching(/nothing arrives/),
    canRetry: true,
  });
  expect(linkWords('interrupted', null, true)?.sentence).toMatch(/Interrupted/);
});

it('names a relay that refused at once, and any other reason once it is one', () => {
  expect(linkWords('connecting', 'refused')?.sentence).toMatch(/refused/);
  expect(linkWords('connecting', 'unreachable')?.sentence).toBe('Connecting…');
  expect(linkWords('unreachable', 'unreachable')?.sentence).toMatch(/relay.*cannot be reached/);
  expect(linkWords('unreachable', null)).toMatchObject({ canRetry: true });
  expect(linkWords('interrupted', null)).toMatchObject({ canRetry: false });
});
