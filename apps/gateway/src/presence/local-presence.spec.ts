import { person } from '../testing/people';
import { closedHolds, LocalPresence, reportHolds } from './local-presence';

const anna = person('a').actor.userId;

describe('local presence', () => {
  it('is empty at the start', () => {
    expect([...new LocalPresence().people(0)]).toEqual([]);
  });

  it('counts the last report of each source, and the best one of a user', () => {
    const local = new LocalPresence();
    local.set('laptop', anna, 'active', 0);
    local.set('phone', anna, 'hidden', 0);
    expect(local.people(1).get(anna)).toBe('active');
    local.set('laptop', anna, 'idle', 1);
    expect(local.people(2).get(anna)).toBe('idle');
  });

  it('expires after a long silence', () => {
    const local = new LocalPresence();
    local.set('laptop', anna, 'active', 0);
    local.set('laptop', anna, 'active', 30_000);
    expect(local.people(reportHolds).get(anna)).toBe('active');
    expect(local.people(30_000 + reportHolds).has(anna)).toBe(false);
  });

  it('counts for a moment after a socket closes, so that a page can reload', () => {
    const local = new LocalPresence();
    local.set('a tab', anna, 'active', 0);
    local.close('a tab', 10);
    expect(local.people(9 + closedHolds).get(anna)).toBe('active');
    local.set('the tab again', anna, 'active', 500);
    expect(local.people(10 + closedHolds).get(anna)).toBe('active');
  });

  it('does not count longer if a socket closes late', () => {
    const local = new LocalPresence();
    local.set('laptop', anna, 'active', 0);
    local.close('laptop', reportHolds - 1);
    expect(local.people(reportHolds).has(anna)).toBe(false);
  });

  it('ends at once with its session', () => {
    const local = new LocalPresence();
    local.set('bot', anna, 'active', 0);
    local.end('bot');
    expect(local.people(1).has(anna)).toBe(false);
  });
});
