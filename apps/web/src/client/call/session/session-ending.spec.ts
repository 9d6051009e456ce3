import { expect, it } from '@jest/globals';
import { endingAfter } from './session-ending';

it('a peer that the server removed learns why, unless the user left or the session can resume', () => {
  expect(endingAfter('self')).toBeNull();
  expect(endingAfter('silent')).toBeNull();
  expect(endingAfter('moved')).toEqual({ sentence: 'You moved this call to another tab or device.' });
  expect(endingAfter('room_left')).toEqual({ sentence: 'You’re no longer in this room.' });
  for (const reason of ['signed_out', 'disabled', 'deleted'] as const)
    expect(endingAfter(reason)).toEqual({ sentence: 'You were signed out, so you left the call.' });
});
