import { describe, expect, it } from '@jest/globals';
import { departureText } from './departure-text';
import { ada, bob, RoomLog } from '@devchitchat/contracts/testing';

const nameOf = () => 'Ada';
const lastOf = (log: RoomLog) => ({ room: log.latest.room, event: log.events.at(-1) ?? null });
const room = () => new RoomLog().joined(ada, 'owner').joined(bob);

describe('a user whose room is gone', () => {
  it('is told who removed them, and why', () => {
    expect(departureText(lastOf(room().kicked(bob)), nameOf)).toBe('Ada removed you from lobby. Reason: Enough');
    expect(departureText(lastOf(room().banned(bob, 'Ads')), nameOf)).toBe('Ada banned you from lobby. Reason: Ads');
    expect(departureText(lastOf(room().banned(bob)), nameOf)).toBe('Ada banned you from lobby.');
  });

  it('is told when the room was deleted', () => {
    expect(departureText(lastOf(room().roomDeleted()), nameOf)).toBe('Ada deleted lobby.');
  });

  it('is told nothing after leaving', () => {
    expect(departureText(lastOf(room().left(bob)), nameOf)).toBeNull();
  });

  it('is told the possible causes when the event was missed', () => {
    expect(departureText({ room: room().latest.room, event: null }, nameOf)).toContain('You’re no longer in lobby');
  });
});
