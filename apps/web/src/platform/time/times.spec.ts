import { afterEach, describe, expect, it } from '@jest/globals';
import { inGerman } from '../language/testing/in-german';
import { lookAtZone } from './zone';
import {
  agoInWords,
  fieldDayOf,
  clockTime,
  dayName,
  dayOf,
  narrowClockTime,
  lengthInWords,
  shortMomentOf,
  spanInWords,
} from './times';

const at = (day: number, hour: number, year = 2026) => new Date(year, 10, day, hour).getTime();

describe('the name of a day', () => {
  const now = at(20, 1);

  it("is relative to the reader's day", () => {
    expect([dayName(at(20, 0), now), dayName(at(19, 23), now)]).toEqual(['Today', 'Yesterday']);
  });

  it('includes the year only when it is another one', () => {
    expect(dayName(at(14, 9), now)).not.toContain('2026');
    expect(dayName(at(14, 9, 2024), now)).toContain('2024');
  });
});

describe('a moment in few words', () => {
  it('includes the year only when it is another one', () => {
    expect(shortMomentOf(at(14, 9), at(20, 1))).not.toContain('2026');
    expect(shortMomentOf(at(14, 9, 2024), at(20, 1))).toContain('2024');
  });
});

describe('the time of day', () => {
  it('has a leading zero only on a 24-hour clock', () => {
    const words = [clockTime(at(14, 9)), narrowClockTime(at(14, 9))].map((time) => time.replace(/\s/gu, ' '));
    expect(words).toEqual(['9:00 AM', '9:00']);
  });
});

describe('a change of the time zone', () => {
  const { TZ } = process.env;

  afterEach(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
    lookAtZone();
  });

  it('updates the times on a page that stays open', () => {
    const noon = Date.UTC(2026, 10, 14, 12);
    const times = ['Europe/Berlin', 'Asia/Tokyo'].map((zone) => {
      process.env['TZ'] = zone;
      lookAtZone();
      return narrowClockTime(noon);
    });
    expect(times).toEqual(['1:00', '9:00']);
  });
});

describe('the day of a time', () => {
  it('is the same from midnight to midnight', () => {
    expect(dayOf(at(20, 0))).toBe(dayOf(at(20, 23)));
    expect(dayOf(at(20, 23))).not.toBe(dayOf(at(21, 0)));
  });
});

describe('a span of time', () => {
  it('uses the unit that fits it, rounded up', () => {
    expect([1, 30, 60, 90, 300, 301, 3_600, 5_400, 21_600].map(spanInWords)).toEqual([
      '1 second',
      '30 seconds',
      '1 minute',
      '90 seconds',
      '5 minutes',
      '6 minutes',
      '1 hour',
      '90 minutes',
      '6 hours',
    ]);
  });
});

it('says how long ago something was, in the largest whole unit', () => {
  const now = new Date(2026, 10, 28, 12).getTime();
  const minute = 60_000;
  const agos = [-5_000, 59_000, minute, 59 * minute, 60 * minute, 23 * 60 * minute, 24 * 60 * minute, 72 * 60 * minute];
  expect(agos.map((ago) => agoInWords(now - ago, now))).toEqual([
    'just now',
    'just now',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '23 hours ago',
    'yesterday',
    '3 days ago',
  ]);
  expect(agoInWords(new Date(2026, 8, 1).getTime(), now)).toContain('2026');
});

it('names a day as fields for days do', () => {
  expect(fieldDayOf(new Date(2026, 0, 5, 0, 1).getTime())).toBe('2026-01-05');
  expect(fieldDayOf(new Date(2026, 11, 31, 23, 59).getTime())).toBe('2026-12-31');
});

describe('how long something lasted', () => {
  const lengths = [0, 59, 60, 67, 89, 90, 715, 3_569, 3_570, 3_599, 3_600, 3_629, 3_630, 3_900, 7_170, 86_400, 90_060];

  it('is told in whole minutes and hours', () => {
    expect(lengths.map(lengthInWords)).toEqual([
      ...['less than a minute', 'less than a minute', '1 minute', '1 minute', '1 minute', '2 minutes', '12 minutes'],
      ...['59 minutes', '1 hour', '1 hour', '1 hour', '1 hour', '1 h 1 min', '1 h 5 min', '2 hours'],
      ...['24 hours', '25 h 1 min'],
    ]);
  });

  it('is told in German, too', async () => {
    const speakEnglish = await inGerman();
    try {
      expect([10, 67, 720, 3_600, 3_900].map(lengthInWords)).toEqual([
        ...['weniger als eine Minute', '1 Minute', '12 Minuten', '1 Stunde', '1 Std. 5 Min.'],
      ]);
    } finally {
      await speakEnglish();
    }
  });
});
