import { leafValidity, reasonForNewLeaf } from './leaf-plan';

const day = 86_400_000;
const now = 1_000 * day;
const far = now + 3_000 * day;
const names = ['localhost', '192.168.1.20'];
const leaf = { names, ...leafValidity(now, far) };

it('a leaf is valid for 90 days, the first of which has passed', () => {
  expect(leaf).toMatchObject({ notBefore: now - day, notAfter: now + 89 * day });
});

it('a leaf never outlives its authority, and is not recreated repeatedly when that expires', () => {
  const ends = now + 10 * day;
  const last = { names, ...leafValidity(now, ends) };
  expect(last.notAfter).toBe(ends);
  expect(reasonForNewLeaf(last, names, now, ends)).toBeUndefined();
});

it.each([
  ['nothing, on its first day', leaf, names, now, undefined],
  ['nothing, in another order', leaf, names.toReversed(), now, undefined],
  ['nothing, while a month is left', leaf, names, now + 58 * day, undefined],
  ['its end', leaf, names, now + 60 * day, 'it ends soon'],
  ['its end long ago, after a year on the shelf', leaf, names, now + 400 * day, 'it ends soon'],
  ['a clock that was set back', leaf, names, now - 2 * day, 'the clock was set back'],
  ['a name more', leaf, [...names, 'box.local'], now, 'the names changed'],
  ['a name less', leaf, ['localhost'], now, 'the names changed'],
  ['another name', leaf, ['localhost', 'box.local'], now, 'the names changed'],
  ['there being none', undefined, names, now, 'there is none'],
])('a leaf is recreated because of %s', (_why, held, wanted, at, reason) => {
  expect(reasonForNewLeaf(held, wanted, at, far)).toBe(reason);
});
