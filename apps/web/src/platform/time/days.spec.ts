import { expect, it } from '@jest/globals';
import { msToMidnight, startOfDay } from './days';

it('every day ends at midnight, when the next begins', () => {
  for (let day = 0; day < 366; day++) {
    for (const hour of [0, 3, 12, 23]) {
      const ts = new Date(2026, 0, 1 + day, hour, 59, 59).getTime();
      const midnight = ts + msToMidnight(ts);
      expect(startOfDay(midnight)).toBe(midnight);
      expect(startOfDay(midnight - 1)).toBe(startOfDay(ts));
    }
  }
});
