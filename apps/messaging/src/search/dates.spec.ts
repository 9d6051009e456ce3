import { periodOf } from './dates';

const iso = (text: string, utcOffset = 0) => {
  const period = periodOf(text, utcOffset);
  return period && [period.from, period.to].map((ts) => new Date(ts).toISOString());
};

describe('a date in a query', () => {
  it.each([
    ['2026', ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']],
    ['2026-12', ['2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']],
    ['2026-2-28', ['2026-02-28T00:00:00.000Z', '2026-03-01T00:00:00.000Z']],
  ])('%s is a period', (text, period) => {
    expect(iso(text)).toEqual(period);
  });

  it('begins when it begins where it was asked', () => {
    expect(iso('2026-11-01', 60)).toEqual(['2026-10-31T23:00:00.000Z', '2026-11-01T23:00:00.000Z']);
    expect(iso('2026-11-01', -300)?.[0]).toBe('2026-11-01T05:00:00.000Z');
  });

  it.each(['yesterday', '2026-13', '2026-02-30', '2026-11-', '20261101', '1.11.2026', ''])('is not %j', (text) => {
    expect(periodOf(text, 0)).toBeNull();
  });
});
