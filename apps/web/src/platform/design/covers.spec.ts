import { describe, expect, it } from '@jest/globals';
import { closeTopCover, coverPage } from './covers';

describe('what covers the page', () => {
  it('is closed from the top down', () => {
    const closed: string[] = [];
    const covered = ['panel', 'dialog'].map((name) => coverPage(() => closed.push(name)));
    expect(closeTopCover()).toBe(true);
    covered[1]?.();
    expect(closeTopCover()).toBe(true);
    covered[0]?.();
    expect(closed).toEqual(['dialog', 'panel']);
    expect(closeTopCover()).toBe(false);
  });
});
