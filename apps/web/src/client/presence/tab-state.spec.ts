import { describe, expect, it } from '@jest/globals';
import { idleAfterMs, tabState } from './tab-state';

describe('a tab', () => {
  it('is active while the user uses it, and idle five minutes later', () => {
    expect(tabState(true, 0)).toBe('active');
    expect(tabState(true, idleAfterMs - 1)).toBe('active');
    expect(tabState(true, idleAfterMs)).toBe('idle');
  });

  it('is hidden when it is not visible, however recently it was used', () => {
    expect(tabState(false, 0)).toBe('hidden');
    expect(tabState(false, idleAfterMs)).toBe('hidden');
  });
});
