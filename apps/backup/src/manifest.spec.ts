import { aheadOfTheirSource, isLater, type DatabaseFacts } from './manifest';

const facts = (
  service: DatabaseFacts['service'],
  head: number,
  cursors: DatabaseFacts['cursors'] = {},
): DatabaseFacts => ({ service, events: head, head, cursors });

describe('a follower', () => {
  it('may be behind the log it follows, or at its end', () => {
    expect(aheadOfTheirSource([facts('auth', 7), facts('messaging', 9, { auth: 7 })])).toEqual([]);
    expect(aheadOfTheirSource([facts('auth', 8), facts('messaging', 9, { auth: 7 })])).toEqual([]);
  });

  it('may not be ahead of it', () => {
    expect(aheadOfTheirSource([facts('auth', 6), facts('messaging', 9, { auth: 7 })])).toEqual([
      'messaging has followed auth to 7, and its log ends before that',
    ]);
  });
});

it.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.1', '0.1.0', true],
  ['0.1.9', '0.2.0', false],
  ['1.0.0', '0.9.9', true],
  ['0.10.0', '0.9.0', true],
])('%s is later than %s: %s', (version, ours, expected) => {
  expect(isLater(version, ours)).toBe(expected);
});
