import { expect, it } from '@jest/globals';
import { tileStatus, type TileState } from './tile-status';

const of = (change: Partial<TileState>) =>
  tileStatus({ kind: 'camera', name: 'Ada', isMine: false, link: 'connected', hasPicture: false, ...change });

it('a tile shows its status until a frame is shown, and when the video freezes', () => {
  expect(of({ link: 'connecting' })).toBe('Connecting to Ada…');
  expect(of({})).toBe('Waiting for Ada’s camera…');
  expect(of({ kind: 'screen' })).toBe('Waiting for Ada’s screen…');
  expect(of({ hasPicture: true })).toBeNull();
  expect(of({ hasPicture: true, link: 'interrupted' })).toMatch(/interrupted/);
  expect(of({ hasPicture: true, link: 'unreachable' })).toMatch(/can’t be reached/);
});

it('the user’s own tile shows its status until a frame is shown', () => {
  expect(of({ isMine: true, link: null })).toBe('Your camera is starting…');
  expect(of({ isMine: true, link: null, kind: 'screen' })).toBe('Your screen is starting…');
  expect(of({ isMine: true, link: null, hasPicture: true })).toBeNull();
});
