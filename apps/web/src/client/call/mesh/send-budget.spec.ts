import { describe, expect, it } from '@jest/globals';
import { linkBudget } from './send-budget';

describe('the send budget', () => {
  it('gives a single link the maximum bitrate', () => {
    expect(linkBudget(1)).toEqual({ camera: 300_000, screen: 2_500_000 });
  });

  it('divides the total among the links', () => {
    expect(linkBudget(9)).toEqual({ camera: 166_667, screen: 555_556 });
  });

  it('never goes below the minimum bitrate', () => {
    expect(linkBudget(100)).toEqual({ camera: 80_000, screen: 300_000 });
  });

  it('without links equals that of one link', () => {
    expect(linkBudget(0)).toEqual(linkBudget(1));
  });
});
