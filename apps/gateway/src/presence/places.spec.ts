import { person } from '../testing/people';
import { closedHolds, Places, wordHolds } from './places';

const anna = person('a').actor.userId;

describe('places', () => {
  it('are empty at the start', () => {
    expect([...new Places().people(0)]).toEqual([]);
  });

  it('count by their last report, and the best one of a user', () => {
    const places = new Places();
    places.say('laptop', anna, 'active', 0);
    places.say('phone', anna, 'hidden', 0);
    expect(places.people(1).get(anna)).toBe('active');
    places.say('laptop', anna, 'idle', 1);
    expect(places.people(2).get(anna)).toBe('idle');
  });

  it('expire after a long silence', () => {
    const places = new Places();
    places.say('laptop', anna, 'active', 0);
    places.say('laptop', anna, 'active', 30_000);
    expect(places.people(wordHolds).get(anna)).toBe('active');
    expect(places.people(30_000 + wordHolds).has(anna)).toBe(false);
  });

  it('count for a moment after they close, so that a page can reload', () => {
    const places = new Places();
    places.say('a tab', anna, 'active', 0);
    places.close('a tab', 10);
    expect(places.people(9 + closedHolds).get(anna)).toBe('active');
    places.say('the tab again', anna, 'active', 500);
    expect(places.people(10 + closedHolds).get(anna)).toBe('active');
  });

  it('do not count longer if they close late', () => {
    const places = new Places();
    places.say('laptop', anna, 'active', 0);
    places.close('laptop', wordHolds - 1);
    expect(places.people(wordHolds).has(anna)).toBe(false);
  });

  it('end at once when their session ends', () => {
    const places = new Places();
    places.say('bot', anna, 'active', 0);
    places.end('bot');
    expect(places.people(1).has(anna)).toBe(false);
  });
});
