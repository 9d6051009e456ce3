import { limits } from '@devchitchat/contracts';
import { peers } from '../testing/people';
import { descriptions, SignalBudget } from './signal-budget';

const [one, two, three] = peers;
const maxCandidates = limits.candidatesPerNegotiation;

describe('the budget of candidates', () => {
  it('is separate for each pair and direction', () => {
    const budget = new SignalBudget();
    expect(budget.spend(one, two, maxCandidates, 0)).toBe(true);
    expect(budget.spend(one, two, 1, 0)).toBe(false);
    expect(budget.spend(two, one, maxCandidates, 0)).toBe(true);
    expect(budget.spend(one, three, maxCandidates, 0)).toBe(true);
  });

  it('is renewed by the next negotiation', () => {
    const budget = new SignalBudget();
    budget.spend(one, two, maxCandidates, 0);
    expect(budget.describe(one, two, 6_000, 0)).toBe(0);
    expect(budget.spend(one, two, maxCandidates, 0)).toBe(true);
  });

  it('does not count refused candidates', () => {
    const budget = new SignalBudget();
    budget.spend(one, two, maxCandidates - 1, 0);
    expect(budget.spend(one, two, 2, 0)).toBe(false);
    expect(budget.spend(one, two, 1, 0)).toBe(true);
  });

  it('forgets peers that left', () => {
    const budget = new SignalBudget();
    budget.spend(one, two, maxCandidates, 0);
    budget.spend(two, one, maxCandidates, 0);
    budget.keepOnly(new Set([one]));
    expect(budget.spend(one, two, maxCandidates, 0)).toBe(true);
    expect(budget.spend(two, one, maxCandidates, 0)).toBe(true);
  });
});

describe('the budget of descriptions', () => {
  const large = limits.signalBytes;

  it('allows sixty of the largest to one peer in no less than half a minute, without delaying others', () => {
    const budget = new SignalBudget();
    let now = 0;
    for (let time = 0; time < 60; time++) {
      for (let wait; (wait = budget.describe(one, two, large, now)) > 0;) now += wait;
    }
    expect(now).toBeGreaterThan(30_000);
    expect(budget.describe(one, three, large, now)).toBe(0);
    expect(budget.describe(two, one, large, now)).toBe(0);
  });

  it('returns the time until there is room', () => {
    const budget = new SignalBudget();
    budget.describe(one, two, descriptions.burst, 0);
    const wait = budget.describe(one, two, descriptions.perSecond, 0);
    expect(wait).toBe(1_000);
    expect(budget.describe(one, two, descriptions.perSecond, wait)).toBe(0);
  });

  it('allows a hundred ordinary negotiations in sequence', () => {
    const budget = new SignalBudget();
    const waits = Array.from({ length: 100 }, (_, at) => budget.describe(one, two, 7_000, at * 50));
    expect(waits.every((wait) => wait === 0)).toBe(true);
  });
});
