import { limits } from '@devchitchat/contracts';
import { peers } from '../testing/people';
import { CandidateBudget } from './candidate-budget';

const [one, two, three] = peers;
const most = limits.candidatesPerNegotiation;

describe('the budget of candidates', () => {
  it('is spent once for each pair, in each direction', () => {
    const budget = new CandidateBudget();
    expect(budget.spend(one, two, most)).toBe(true);
    expect(budget.spend(one, two, 1)).toBe(false);
    expect(budget.spend(two, one, most)).toBe(true);
    expect(budget.spend(one, three, most)).toBe(true);
  });

  it('is renewed by the next negotiation', () => {
    const budget = new CandidateBudget();
    budget.spend(one, two, most);
    budget.renew(one, two);
    expect(budget.spend(one, two, most)).toBe(true);
  });

  it('does not count what it refused', () => {
    const budget = new CandidateBudget();
    budget.spend(one, two, most - 1);
    expect(budget.spend(one, two, 2)).toBe(false);
    expect(budget.spend(one, two, 1)).toBe(true);
  });

  it('forgets who is gone', () => {
    const budget = new CandidateBudget();
    budget.spend(one, two, most);
    budget.spend(two, one, most);
    budget.keepOnly(new Set([one]));
    expect(budget.spend(one, two, most)).toBe(true);
    expect(budget.spend(two, one, most)).toBe(true);
  });
});
