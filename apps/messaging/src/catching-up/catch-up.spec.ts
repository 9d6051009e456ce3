import { mayHear, wayToCatchUp } from './catch-up';

describe('the way to catch up on a room', () => {
  it.each([
    ['nothing if the member holds the head', { joined: 3, held: 9, head: 9 }, 'none'],
    ['the events after the last one held', { joined: 3, held: 7, head: 9 }, 'events'],
    ['the events after the join if that is the last one held', { joined: 3, held: 3, head: 9 }, 'events'],
    ['a snapshot if the member holds nothing', { joined: 3, held: undefined, head: 9 }, 'snapshot'],
    ['a snapshot if the member left and rejoined', { joined: 8, held: 7, head: 9 }, 'snapshot'],
    ['a snapshot if the member is ahead of the log', { joined: 3, held: 12, head: 9 }, 'snapshot'],
  ])('is %s', (_way, state, way) => {
    expect(wayToCatchUp(state)).toBe(way);
  });
});

it('members receive no changes of messages they may not see', () => {
  const events = [
    { body: { seq: 3 } },
    { body: { seq: 4 } },
    { body: { messages: [{ seq: 5 }] } },
    { body: { userId: 'u_1' } },
  ];
  expect(events.filter((event) => mayHear(event, 4))).toEqual(events.slice(1));
});
