import { defineReason, durationText, filledIn, param } from './reason';
import { refusal, refused } from './reply';

const closed = defineReason('shop.closed', { code: 'forbidden', sentence: 'The shop is closed.' });
const crowded = defineReason('shop.crowded', {
  code: 'rate_limited',
  sentence: '{max} people are in it. Try again in {waitMs:duration}.',
  params: { max: param.count, waitMs: param.milliseconds },
});

/** Never called: it tests that the compiler reports exactly these errors. */
export function wrong(): void {
  // @ts-expect-error -- a parameter that the sentence does not use
  defineReason('shop.odd', { code: 'forbidden', sentence: 'The shop is {state}.', params: { max: param.count } });
  // @ts-expect-error -- a parameter that is not declared
  defineReason('shop.odd', { code: 'forbidden', sentence: 'The shop is {state}.' });
  // @ts-expect-error -- parameters are missing
  refused(crowded);
  // @ts-expect-error -- a parameter of another type
  refused(crowded, { max: 'ten', waitMs: 1 });
  // @ts-expect-error -- a parameter that the reason does not have
  refused(closed, { until: 9 });
}

describe('a refusal', () => {
  it('names its reason and parameters beside the English sentence', () => {
    const { error } = refused(crowded, { max: 10, waitMs: 29_500 }, 29_500);

    expect(error).toEqual({
      code: 'rate_limited',
      reason: 'shop.crowded',
      params: { max: 10, waitMs: 29_500 },
      message: '10 people are in it. Try again in 30 s.',
      retryable: true,
      retryAfterMs: 29_500,
    });
    expect(refusal.parse(error)).toEqual(error);
  });

  it('leaves out parameters and a time to wait where there are none', () => {
    expect(refused(closed).error).toEqual({
      code: 'forbidden',
      reason: 'shop.closed',
      message: 'The shop is closed.',
      retryable: false,
    });
  });
});

describe('a template', () => {
  it('keeps a placeholder that has no value', () => {
    expect(filledIn('Until {then}.', {})).toBe('Until {then}.');
    expect(filledIn('{constructor}', {})).toBe('{constructor}');
  });

  it('writes numbers as the language does, and durations in units that need no translation', () => {
    expect(filledIn('{max} in {span:duration}', { max: 8000, span: 90_000 }, (n) => n.toLocaleString('de'))).toBe(
      '8.000 in 90 s',
    );
    expect([1, 119_000, 121_000, 7_200_000].map(durationText)).toEqual(['1 s', '119 s', '3 min', '2 h']);
  });
});
