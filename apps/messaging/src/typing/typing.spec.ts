import { created, joined, left, muted, roomAfter } from '../testing/history';
import { ada, bob, cleo } from '../testing/people';
import { typingIn } from './typing';

const room = [created('private', ada), joined(ada, 'owner'), joined(bob), joined(cleo)] as const;
const later = 60_000;

describe('typing', () => {
  it('is told to the others in the room', () => {
    expect(typingIn(roomAfter(...room), bob, later)).toEqual({ ok: true, value: [ada, cleo] });
  });

  it('is told to nobody who is not in the room any more', () => {
    expect(typingIn(roomAfter(...room, left(cleo)), bob, later)).toEqual({ ok: true, value: [ada] });
  });

  it('is refused to those who are not in the room, as if there were none', () => {
    const gone = roomAfter(...room, left(cleo));
    expect(typingIn(gone, cleo, later)).toEqual(typingIn(null, cleo, later));
    expect(typingIn(gone, cleo, later)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is refused while somebody is muted, and told again afterwards', () => {
    const quiet = roomAfter(...room, muted(bob, later));
    expect(typingIn(quiet, bob, later - 1)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(typingIn(quiet, bob, later)).toEqual({ ok: true, value: [ada, cleo] });
  });
});
