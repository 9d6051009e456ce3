import { offsetsOf, periodOf } from './dates';

const iso = (text: string, utcOffset = 0, timeZone?: string) => {
  const period = periodOf(text, offsetsOf(timeZone, utcOffset));
  return period && [period.from, period.to].map((ts) => new Date(ts).toISOString());
};

describe('a date in a query', () => {
  it.each([
    ['2026', ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']],
    ['2026-12', ['2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']],
    ['2026-2-28', ['2026-02-28T00:00:00.000Z', '2026-03-01T00:00:00.000Z']],
  ])('may be %s', (text, period) => {
    expect(iso(text)).toEqual(period);
  });

  it('begins at midnight in the zone of the person who asks', () => {
    expect(iso('2026-11-01', 60)).toEqual(['2026-10-31T23:00:00.000Z', '2026-11-01T23:00:00.000Z']);
    expect(iso('2026-11-01', -300)?.[0]).toBe('2026-11-01T05:00:00.000Z');
  });

  it.each(['yesterday', '2026-13', '2026-02-30', '2026-11-', '20261101', '1.11.2026', ''])('cannot be %j', (text) => {
    expect(periodOf(text, offsetsOf(undefined, 0))).toBeNull();
  });

  it.each([
    // Asked in winter about a day in summer: the day's own offset applies.
    ['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
    ['Europe/Berlin', '2026-01-01', '2025-12-31T23:00:00.000Z', '2026-01-01T23:00:00.000Z'],
    // Days of 23 and 25 hours, and a month and a year that contain both.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['Europe/Berlin', '2026-10', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ['Europe/Berlin', '2026', '2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['America/New_York', '2026-07-01', '2026-07-01T04:00:00.000Z', '2026-07-02T04:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-01', '2026-06-30T18:30:00.000Z', '2026-07-01T18:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-07-01', '2026-06-30T10:00:00.000Z', '2026-07-01T10:00:00.000Z'],
    // Clocks are put forward at midnight: the day begins at one o'clock.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
    // Clocks are put back at midnight: the day before has eleven o'clock twice.
    ['America/Santiago', '2026-04-05', '2026-04-05T04:00:00.000Z', '2026-04-06T04:00:00.000Z'],
  ])('in %s, %s begins and ends with its own UTC offset', (timeZone, text, from, to) => {
    expect(iso(text, 60, timeZone)).toEqual([from, to]);
  });

  it('uses the given offset if the server does not know the zone', () => {
    expect(iso('2026-11-01', 60, 'Middle/Earth')).toEqual(iso('2026-11-01', 60));
  });

  it('begins when the browser shows it to begin, on every day of a year', () => {
    for (const timeZone of [
      'Europe/Berlin',
      'America/Santiago',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Asia/Beirut',
    ]) {
      const dateThere = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
      for (let day = 0; day < 365; day++) {
        const text = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
        const period = periodOf(text, offsetsOf(timeZone, 0))!;
        const [first, last, before] = [period.from, period.to - 1, period.from - 1].map((ts) => dateThere.format(ts));
        expect([timeZone, first, last, before === text]).toEqual([timeZone, text, text, false]);
      }
    }
  });
});
