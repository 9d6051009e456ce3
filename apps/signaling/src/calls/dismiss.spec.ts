import { heard, room } from '../testing/call-decisions';
import { callAfter, ended, joined, left, started } from '../testing/history';
import { ada, bob, cleo, peers } from '../testing/people';
import { dismiss } from './decide';

const [one, two] = peers;

describe('removing a peer', () => {
  it('is published to the removed person, even outside the room', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, cleo))!;
    expect(dismiss(running, room, [two], 'room_left')).toEqual([
      { ...left(two, cleo, 'room_left'), audience: [ada, bob, cleo] },
    ]);
  });

  it('ends the call with the last peer', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob))!;
    expect(dismiss(running, room, [one, two], 'disabled')).toEqual(
      heard(left(one, ada, 'disabled'), left(two, bob, 'disabled'), ended('empty')),
    );
  });

  it('keeps the call if its last peers fell silent, because they may still be connected to each other', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob))!;
    expect(dismiss(running, room, [one, two], 'silent')).toEqual(
      heard(left(one, ada, 'silent'), left(two, bob, 'silent')),
    );
  });

  it('applies to silent peers, and ends the call if they were the last', () => {
    const silent = [started(), joined(one, ada), joined(two, bob), left(two, bob, 'silent')];
    const running = callAfter(...silent)!;
    expect(dismiss(running, room, [two], 'room_left')).toEqual(heard(left(two, bob, 'room_left')));
    expect(dismiss(running, room, [two], 'silent')).toEqual([]);
    const both = callAfter(...silent, left(one, ada, 'silent'))!;
    expect(dismiss(both, room, [two], 'room_left')).toEqual(heard(left(two, bob, 'room_left')));
    expect(dismiss(both, room, [one, two], 'deleted')).toEqual(
      heard(left(one, ada, 'deleted'), left(two, bob, 'deleted'), ended('empty')),
    );
  });

  it('ends the call when the last listed peer leaves, even if others are silent', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob), left(two, bob, 'silent'))!;
    expect(dismiss(running, room, [one], 'self')).toEqual(heard(left(one, ada), ended('empty')));
  });

  it('ignores peers that already left', () => {
    expect(dismiss(callAfter(started(), joined(one, ada))!, room, [two], 'silent')).toEqual([]);
  });
});
