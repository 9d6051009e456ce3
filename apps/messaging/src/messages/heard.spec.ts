import { created, joined, roomAfter, said } from '../testing/history';
import { ada, bob } from '../testing/people';
import { isHeard } from './heard';

const conversation = roomAfter(created('direct', ada), joined(ada), joined(bob), said(1))!;

describe('what is said', () => {
  const nobodyIsHere = () => false;

  it('is heard as long as one of the others is here', () => {
    expect(isHeard(conversation, ada, nobodyIsHere)).toBe(false);
    expect(isHeard(conversation, ada, (userId) => userId === bob)).toBe(true);
    expect(isHeard(conversation, ada, (userId) => userId === ada)).toBe(false);
  });

  it('needs no others in notes to oneself, and in rooms', () => {
    expect(isHeard(roomAfter(created('direct', ada), joined(ada))!, ada, nobodyIsHere)).toBe(true);
    const room = roomAfter(created('private', ada), joined(ada, 'owner'), joined(bob))!;
    expect(isHeard(room, ada, nobodyIsHere)).toBe(true);
  });
});
