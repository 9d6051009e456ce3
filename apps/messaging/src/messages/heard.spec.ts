import { created, joined, roomAfter, said } from '../testing/history';
import { ada, bob } from '../testing/people';
import { isHeard } from './heard';

const conversation = roomAfter(created('direct', ada), joined(ada), joined(bob), said(1))!;

describe('a message', () => {
  const nobodyIsHere = () => false;

  it('has a reader as long as one of the others has an account', () => {
    expect(isHeard(conversation, ada, nobodyIsHere)).toBe(false);
    expect(isHeard(conversation, ada, (userId) => userId === bob)).toBe(true);
    expect(isHeard(conversation, ada, (userId) => userId === ada)).toBe(false);
  });

  it('needs no other reader in notes to oneself and in named rooms', () => {
    expect(isHeard(roomAfter(created('direct', ada), joined(ada))!, ada, nobodyIsHere)).toBe(true);
    const room = roomAfter(created('private', ada), joined(ada, 'owner'), joined(bob))!;
    expect(isHeard(room, ada, nobodyIsHere)).toBe(true);
  });
});
