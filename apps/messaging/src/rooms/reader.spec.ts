import { created, joined, roomAfter, said } from '../testing/history';
import { ada, bob } from '../testing/people';
import { hasReader } from './reader';

const conversation = roomAfter(created('direct', ada), joined(ada), joined(bob), said(1))!;

describe('a message', () => {
  const nobodyIsHere = () => false;

  it('has a reader as long as one of the others has an account', () => {
    expect(hasReader(conversation, ada, nobodyIsHere)).toBe(false);
    expect(hasReader(conversation, ada, (userId) => userId === bob)).toBe(true);
    expect(hasReader(conversation, ada, (userId) => userId === ada)).toBe(false);
  });

  it('needs no other reader in notes to oneself and in named rooms', () => {
    expect(hasReader(roomAfter(created('direct', ada), joined(ada))!, ada, nobodyIsHere)).toBe(true);
    const room = roomAfter(created('private', ada), joined(ada, 'owner'), joined(bob))!;
    expect(hasReader(room, ada, nobodyIsHere)).toBe(true);
  });
});
