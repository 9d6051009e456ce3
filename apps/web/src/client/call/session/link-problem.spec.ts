import { expect, it } from '@jest/globals';
import { linkProblem } from './link-problem';

it('a working link has no problem', () => {
  expect(linkProblem('connected', null)).toBeNull();
});

it('a connected link that delivers nothing has a problem', () => {
  expect(linkProblem('connected', null, true)).toMatchObject({
    sentence: expect.stringMatching(/nothing is arriving/),
    canRetry: true,
  });
  expect(linkProblem('interrupted', null, true)?.sentence).toMatch(/Interrupted/);
});

it('a relay that refused is reported at once, other problems once the link is unreachable', () => {
  expect(linkProblem('connecting', 'refused')?.sentence).toMatch(/refused/);
  expect(linkProblem('connecting', 'unreachable')?.sentence).toBe('Connecting…');
  expect(linkProblem('unreachable', 'unreachable')?.sentence).toMatch(/relay.*can’t be reached/);
  expect(linkProblem('unreachable', null)).toMatchObject({ canRetry: true });
  expect(linkProblem('interrupted', null)).toMatchObject({ canRetry: false });
});
