import { person } from '../testing/people';
import { OtherGateways, silenceHolds } from './other-gateways';

const [anna, bert] = [person('a').actor.userId, person('b').actor.userId];

describe('other gateways', () => {
  it('are added up, each by its last word', () => {
    const others = new OtherGateways();
    others.hear('one', new Map([[anna, 'active']]), 0);
    others.hear('two', new Map([[anna, 'hidden']]), 0);
    expect(others.people(1).get(anna)).toBe('active');
    others.hear('one', new Map([[bert, 'idle']]), 2);
    expect([...others.people(3)]).toEqual([
      [bert, 'idle'],
      [anna, 'hidden'],
    ]);
  });

  it('take those with them who were nowhere else, when one falls silent', () => {
    const others = new OtherGateways();
    others.hear(
      'killed',
      new Map([
        [anna, 'active'],
        [bert, 'active'],
      ]),
      0,
    );
    others.hear('alive', new Map([[bert, 'hidden']]), silenceHolds);
    expect(others.people(silenceHolds).get(anna)).toBe('active');
    expect([...others.people(silenceHolds + 1)]).toEqual([[bert, 'hidden']]);
  });
});
