import { created, joined, left, muted, roomAfter } from '../testing/history';
import { ada, bob, cleo } from '../testing/people';
import { typingIn } from './typing';

const room = [created('private', ada), joined(ada, 'owner'), joined(bob), joined(cleo)] as const;
const later = 60_000;

describe('typing', () => {
  it('is announced to the others in the room', () => {
    expect(typingIn(roomAfter(...room), bob, later)).toEqual({ ok: true, value: [ada, cleo] });
  });

  it('is not announced to former members', () => {
    expect(typingIn(roomAfter(...room, left(cleo)), bob, later)).toEqual({ ok: true, value: [ada] });
  });

  it('is refused to non-members as if the room did not exist', () => {
    const gone = roomAfter(...room, left(cleo));
    expect(typingIn(gone, cleo, later)).toEqual(typingIn(null, cleo, later));
    expect(typingIn(gone, cleo, later)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is refused while the person is muted, and announced again afterwards', () => {
    const quiet = roomAfter(...room, muted(bob, later));
    expect(typingIn(quiet, bob, later - 1)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(typingIn(quiet, bob, later)).toEqual({ ok: true, value: [ada, cleo] });
  });
});
