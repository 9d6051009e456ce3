import type { SaidState, UserId } from '@devchitchat/contracts';
import { person } from '../testing/people';
import { changes, inParts, merged, type PeopleHere } from './people-here';

const [anna, bert, carl] = ['a', 'b', 'c'].map((letter) => person(letter).actor.userId) as [UserId, UserId, UserId];
const here = (...people: readonly (readonly [UserId, SaidState])[]): PeopleHere => new Map(people);

describe('people here', () => {
  it.each<[string, SaidState[], SaidState]>([
    ['active anywhere is active', ['hidden', 'active', 'idle'], 'active'],
    ['an unused tab in view ranks above one out of view', ['hidden', 'idle'], 'idle'],
    ['all out of view', ['hidden', 'hidden'], 'hidden'],
  ])('%s', (_what, states, expected) => {
    expect(merged(states.map((state) => here([anna, state])))).toEqual(here([anna, expected]));
  });

  it('are merged independently of order', () => {
    const sides = [here([anna, 'idle'], [bert, 'hidden']), here([anna, 'active']), here([carl, 'idle'])];
    const expected = here([anna, 'active'], [bert, 'hidden'], [carl, 'idle']);
    expect(merged(sides)).toEqual(expected);
    expect(merged([...sides].reverse())).toEqual(expected);
    expect(merged([...sides, ...sides])).toEqual(expected);
  });

  it('are split into notices of 1,000 in order, and into one empty notice if no one is present', () => {
    const many = Array.from({ length: 2_001 }, (_, at) => at);
    expect(inParts(many).map((part) => part.length)).toEqual([1_000, 1_000, 1]);
    expect(inParts(many).flat()).toEqual(many);
    expect(inParts([])).toEqual([[]]);
  });

  it('change when users come, go or change their state', () => {
    const before = here([anna, 'active'], [bert, 'hidden']);
    expect(changes(before, here([anna, 'idle'], [carl, 'active']))).toEqual([
      { userId: bert, state: 'offline' },
      { userId: anna, state: 'idle' },
      { userId: carl, state: 'active' },
    ]);
    expect(changes(before, here([bert, 'hidden'], [anna, 'active']))).toEqual([]);
  });
});
