import { person } from '../testing/people';
import { OtherGateways, silenceHolds } from './other-gateways';
import type { PeopleHere } from './people-here';

const [anna, bert] = [person('a').actor.userId, person('b').actor.userId];

/** A complete presence report of a gateway. */
const word = (runId: string, people: PeopleHere) => ({ runId, part: 0, parts: 1, people });

describe('other gateways', () => {
  it('are merged, each by its last report', () => {
    const others = new OtherGateways();
    others.hear(word('one', new Map([[anna, 'active']])), 0);
    others.hear(word('two', new Map([[anna, 'hidden']])), 0);
    expect(others.people(1).get(anna)).toBe('active');
    others.hear(word('one', new Map([[bert, 'idle']])), 2);
    expect([...others.people(3)]).toEqual([
      [bert, 'idle'],
      [anna, 'hidden'],
    ]);
  });

  it('remove people who were only at a gateway that fell silent', () => {
    const others = new OtherGateways();
    others.hear(
      word(
        'killed',
        new Map([
          [anna, 'active'],
          [bert, 'active'],
        ]),
      ),
      0,
    );
    others.hear(word('alive', new Map([[bert, 'hidden']])), silenceHolds);
    expect(others.people(silenceHolds).get(anna)).toBe('active');
    expect([...others.people(silenceHolds + 1)]).toEqual([[bert, 'hidden']]);
  });

  it('replace a gateway’s people only when every part of its next report has arrived', () => {
    const others = new OtherGateways();
    const first = { runId: 'one', part: 0, parts: 2, people: new Map([[anna, 'active' as const]]) };
    const second = { ...first, part: 1, people: new Map([[bert, 'idle' as const]]) };
    others.hear(first, 0);
    expect([...others.people(0)]).toEqual([]);
    others.hear(second, 0);
    expect(others.people(0).size).toBe(2);
    others.hear({ ...first, people: new Map() }, 1);
    expect(others.people(1).size).toBe(2);
    others.hear({ ...second, people: new Map() }, 1);
    expect([...others.people(1)]).toEqual([]);
  });

  it('drop a report with a missing part', () => {
    const others = new OtherGateways();
    others.hear(word('one', new Map([[anna, 'active']])), 0);
    others.hear({ runId: 'one', part: 0, parts: 3, people: new Map([[bert, 'idle']]) }, 1);
    others.hear({ runId: 'one', part: 2, parts: 3, people: new Map() }, 1);
    expect([...others.people(1)]).toEqual([[anna, 'active']]);
  });
});
