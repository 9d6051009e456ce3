import { anyHandle, displayName, handle } from './model';

const accepts = (typed: string) => handle.safeParse(typed).success;

describe('a new handle', () => {
  it.each(['ada', 'Ada', 'a1', '42', 'sam-walker', 'a_b-c'])('may be %s', (typed) => expect(accepts(typed)).toBe(true));

  it.each(['--', 'a-', '-a', '_a', 'a_', '__proto__', '-admin', 'a', 'a b', 'a.b', 'ä', '@ada', 'x'.repeat(33)])(
    'may not be %j',
    (typed) => expect(accepts(typed)).toBe(false),
  );
});

it('a handle in a lookup may be one that can no longer be chosen', () => {
  expect(anyHandle.safeParse('a-').success).toBe(true);
});

it('a display name does not pile marks up', () => {
  expect(displayName.safeParse(`Z${'\u0310'.repeat(47)}`).success).toBe(false);
});
