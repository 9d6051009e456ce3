import { describe, expect, it } from '@jest/globals';
import type { EventOf, messagingEvents } from '@devchitchat/contracts';
import { ada, bob, RoomLog } from '@devchitchat/contracts/testing';
import { isQuiet, isWorthTelling, nextMorning, usualLevel, type Looker } from './notice-policy';

type Sent = EventOf<typeof messagingEvents.messageSent>;

const said = (text: string): Sent => new RoomLog().said(ada, text).events.at(-1) as Sent;
const looker = (change: Partial<Looker> = {}): Looker => ({
  me: { userId: bob, handle: 'Bob' },
  level: 'all',
  quiet: null,
  now: 1_000,
  isLooking: false,
  ...change,
});

describe('a notification', () => {
  it('tells of everything where that is wanted', () => {
    expect(isWorthTelling(said('hello'), looker())).toBe(true);
  });

  it('tells of mentions only, of nothing, where that is wanted', () => {
    const mentions = looker({ level: 'mentions' });
    expect(isWorthTelling(said('hello'), mentions)).toBe(false);
    expect(isWorthTelling(said('hello @bob'), mentions)).toBe(true);
    expect(isWorthTelling(said('hello @everyone'), mentions)).toBe(true);
    expect(isWorthTelling(said('hello `@bob`'), mentions)).toBe(false);
    expect(isWorthTelling(said('hello @bob'), looker({ level: 'nothing' }))).toBe(false);
  });

  it('does not tell of what one says or sees oneself', () => {
    expect(isWorthTelling(said('@bob'), looker({ isLooking: true }))).toBe(false);
    expect(isWorthTelling(said('@ada'), looker({ me: { userId: ada, handle: 'ada' } }))).toBe(false);
  });

  it('waits while one is not to be disturbed', () => {
    expect(isWorthTelling(said('@bob'), looker({ quiet: 1_001 }))).toBe(false);
    expect(isWorthTelling(said('@bob'), looker({ quiet: 1_000 }))).toBe(true);
    expect(isWorthTelling(said('@bob'), looker({ quiet: 'until I say so' }))).toBe(false);
    expect(isQuiet(null, 0)).toBe(false);
  });

  it('is for everything that is said directly, else for mentions, before one chooses', () => {
    expect([usualLevel('direct'), usualLevel('public'), usualLevel('private')]).toEqual([
      'all',
      'mentions',
      'mentions',
    ]);
  });
});

it('the next morning is today’s before eight, and tomorrow’s after it', () => {
  expect(new Date(nextMorning(new Date(2026, 10, 25, 7, 59)))).toEqual(new Date(2026, 10, 25, 8));
  expect(new Date(nextMorning(new Date(2026, 10, 25, 8)))).toEqual(new Date(2026, 10, 26, 8));
  expect(new Date(nextMorning(new Date(2026, 11, 31, 23)))).toEqual(new Date(2027, 0, 1, 8));
});
