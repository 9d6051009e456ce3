import { person } from '../testing/people';
import { closedHolds, Places, wordHolds } from './places';

const anna = person('a').actor.userId;

describe('places', () => {
  it('are nobody at the start', () => {
    expect([...new Places().people(0)]).toEqual([]);
  });

  it('count as what was said last in each, the best of them', () => {
    const places = new Places();
    places.say('laptop', anna, 'active', 0);
    places.say('phone', anna, 'hidden', 0);
    expect(places.people(1).get(anna)).toBe('active');
    places.say('laptop', anna, 'idle', 1);
    expect(places.people(2).get(anna)).toBe('idle');
  });

  it('count no more after a long silence', () => {
    const places = new Places();
    places.say('laptop', anna, 'active', 0);
    places.say('laptop', anna, 'active', 30_000);
    expect(places.people(wordHolds).get(anna)).toBe('active');
    expect(places.people(30_000 + wordHolds).has(anna)).toBe(false);
  });

  it('count a moment longer than their line holds, so that one may load the page again', () => {
    const places = new Places();
    places.say('a tab', anna, 'active', 0);
    places.close('a tab', 10);
    expect(places.people(9 + closedHolds).get(anna)).toBe('active');
    places.say('the tab again', anna, 'active', 500);
    expect(places.people(10 + closedHolds).get(anna)).toBe('active');
  });

  it('do not count longer for being closed late', () => {
    const places = new Places();
    places.say('laptop', anna, 'active', 0);
    places.close('laptop', wordHolds - 1);
    expect(places.people(wordHolds).has(anna)).toBe(false);
  });

  it('are over at once where their person is', () => {
    const places = new Places();
    places.say('bot', anna, 'active', 0);
    places.end('bot');
    expect(places.people(1).has(anna)).toBe(false);
  });
});
