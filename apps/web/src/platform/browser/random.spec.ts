import { afterEach, describe, expect, it } from '@jest/globals';
import { clientMsgId } from '@devchitchat/contracts';
import { newId } from './random';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const original = crypto;
const become = (value: unknown) =>
  Object.defineProperty(globalThis, 'crypto', { value, configurable: true, writable: true });

describe('an id', () => {
  afterEach(() => {
    become(original);
  });

  it('is a UUID that the server accepts, and unique', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(ids.filter((id) => !uuid.test(id) || !clientMsgId.safeParse(id).success)).toEqual([]);
    expect(new Set(ids).size).toBe(1_000);
  });

  it.each([
    ['randomUUID is missing, as on plain HTTP', { getRandomValues: original.getRandomValues.bind(original) }],
    ['crypto is missing', undefined],
    [
      'crypto refuses',
      {
        getRandomValues: () => {
          throw new Error('No entropy.');
        },
      },
    ],
  ])('is generated if %s', (_where, substitute) => {
    become(substitute);
    expect(newId()).toMatch(uuid);
  });
});
