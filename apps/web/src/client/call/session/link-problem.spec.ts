import { expect, it } from '@jest/globals';
import { linkProblem } from './link-problem';

it('says nothing of a link that stands', () => {
  expect(linkProblem('connected', null)).toBeNull();
});

it('says that nothing arrives over one that is only said to stand', () => {
  expect(linkProblem('connected', null, true)).toMatchObject({
    sentence: expect.stringMatching(/nothing arrives/),
    canRetry: true,
  });
  expect(linkProblem('interrupted', null, true)?.sentence).toMatch(/Interrupted/);
});

it('names a relay that refused at once, and any other reason once it is one', () => {
  expect(linkProblem('connecting', 'refused')?.sentence).toMatch(/refused/);
  expect(linkProblem('connecting', 'unreachable')?.sentence).toBe('Connecting…');
  expect(linkProblem('unreachable', 'unreachable')?.sentence).toMatch(/relay.*cannot be reached/);
  expect(linkProblem('unreachable', null)).toMatchObject({ canRetry: true });
  expect(linkProblem('interrupted', null)).toMatchObject({ canRetry: false });
});
