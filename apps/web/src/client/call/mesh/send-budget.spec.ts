import { describe, expect, it } from '@jest/globals';
import { linkBudget } from './send-budget';

describe('the send budget', () => {
  it('gives one link what a good picture needs, and no more', () => {
    expect(linkBudget(1)).toEqual({ camera: 300_000, screen: 2_500_000 });
  });

  it('divides what one person sends among the links', () => {
    expect(linkBudget(9)).toEqual({ camera: 166_667, screen: 555_556 });
  });

  it('never goes below what still is a picture', () => {
    expect(linkBudget(100)).toEqual({ camera: 80_000, screen: 300_000 });
  });

  it('is that of one link where there is none yet', () => {
    expect(linkBudget(0)).toEqual(linkBudget(1));
  });
});
