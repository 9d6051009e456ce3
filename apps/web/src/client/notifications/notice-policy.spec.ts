import { describe, expect, it } from '@jest/globals';
import type { EventOf, messagingEvents } from '@devchitchat/contracts';
import { ada, bob, RoomLog } from '@devchitchat/contracts/testing';
import { mentionsPerson } from '../reading/exact-mention-test';
import { isQuiet, isWorthTelling, nextMorning, toldOf, usualLevel, type Looker } from './notice-policy';

type Sent = EventOf<typeof messagingEvents.messageSent>;

const said = (text: string): Sent => new RoomLog().said(ada, text).events.at(-1) as Sent;
const looker = (change: Partial<Looker> = {}): Looker => ({
  me: { userId: bob, handle: 'Bob' },
  level: 'all',
  quiet: null,
  now: 1_000,
  mentions: mentionsPerson,
  isLooking: false,
  ...change,
});

describe('a notification', () => {
  it('is shown for every message at the level "all"', () => {
    expect(isWorthTelling(said('hello'), looker())).toBe(true);
  });

  it('is shown for mentions only, or never, at the other levels', () => {
    const mentions = looker({ level: 'mentions' });
    expect(isWorthTelling(said('hello'), mentions)).toBe(false);
    expect(isWorthTelling(said('hello @bob'), mentions)).toBe(true);
    expect(isWorthTelling(said('hello @everyone'), mentions)).toBe(true);
    expect(isWorthTelling(said('hello `@bob`'), mentions)).toBe(false);
    expect(isWorthTelling(said('hello @bob'), looker({ level: 'nothing' }))).toBe(false);
  });

  it("is not shown for the user's own messages, nor for visible rooms", () => {
    expect(isWorthTelling(said('@bob'), looker({ isLooking: true }))).toBe(false);
    expect(isWorthTelling(said('@ada'), looker({ me: { userId: ada, handle: 'ada' } }))).toBe(false);
  });

  it('waits while the user wants no disturbance', () => {
    expect(isWorthTelling(said('@bob'), looker({ quiet: 1_001 }))).toBe(false);
    expect(isWorthTelling(said('@bob'), looker({ quiet: 1_000 }))).toBe(true);
    expect(isWorthTelling(said('@bob'), looker({ quiet: 'until I say so' }))).toBe(false);
    expect(isQuiet(null, 0)).toBe(false);
  });

  it('is shown by default for every direct message, and elsewhere for mentions', () => {
    expect([usualLevel('direct'), usualLevel('public'), usualLevel('private')]).toEqual([
      'all',
      'mentions',
      'mentions',
    ]);
  });
});

it('a room tells of the messages that its level notifies of', () => {
  const unread = { messages: 7, mentions: 2 };
  expect([toldOf('all', unread), toldOf('mentions', unread), toldOf('nothing', unread)]).toEqual([7, 2, 0]);
});

it("the next morning is today's before eight, and tomorrow's after it", () => {
  expect(new Date(nextMorning(new Date(2026, 10, 25, 7, 59)))).toEqual(new Date(2026, 10, 25, 8));
  expect(new Date(nextMorning(new Date(2026, 10, 25, 8)))).toEqual(new Date(2026, 10, 26, 8));
  expect(new Date(nextMorning(new Date(2026, 11, 31, 23)))).toEqual(new Date(2027, 0, 1, 8));
});
