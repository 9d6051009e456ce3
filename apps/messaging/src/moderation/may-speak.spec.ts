import { created, joined, left, muted, roomAfter, unmuted } from '../testing/history';
import { ada, bob } from '../testing/people';
import { maySpeak } from './may-speak';

const room = [created('public', ada), joined(ada, 'owner'), joined(bob)];

it('members who are not muted may speak', () => {
  expect(maySpeak(roomAfter(...room), bob, 0)).toMatchObject({ ok: true });
});

it('muted members have to wait until their mute ends, and are told how long', () => {
  const quiet = roomAfter(...room, muted(bob, 600_000));
  expect(maySpeak(quiet, bob, 599_999)).toMatchObject({
    ok: false,
    error: { code: 'forbidden', reason: 'room.muted', params: { leftMs: 1 } },
  });
  expect(maySpeak(quiet, bob, 600_000)).toMatchObject({ ok: true });
  expect(maySpeak(quiet, ada, 0)).toMatchObject({ ok: true });
});

it('leaving and rejoining does not end a mute', () => {
  const back = roomAfter(...room, muted(bob, 600_000), left(bob), joined(bob));
  expect(maySpeak(back, bob, 0)).toMatchObject({ ok: false });
});

it('unmuted members may speak again', () => {
  expect(maySpeak(roomAfter(...room, muted(bob, 600_000), unmuted(bob)), bob, 0)).toMatchObject({ ok: true });
});
