import { officialHandles, reservedHandles } from '@devchitchat/contracts';
import { refuseHandle } from './user';

const free = { isTaken: false };
const refusal = (handle: string, state = free) => {
  const reply = refuseHandle(handle, state);
  return reply && !reply.ok ? reply.error.message : undefined;
};

describe('a handle', () => {
  const everyReserved = [...reservedHandles, ...officialHandles];

  it.each(everyReserved)('is refused when it is reserved, in any case and with any dashes: %s', (handle) => {
    for (const variant of [
      handle,
      handle.toUpperCase(),
      `-${handle}`,
      `__${handle}__`,
      handle.replace(/(?<=.)(?=.)/g, '-'),
    ])
      expect([variant, refusal(variant)]).toEqual([variant, 'This handle is reserved. Choose another one.']);
  });

  it.each([
    ...[
      'adm1n',
      'a11',
      'AIl',
      '4DM1N',
      'adm-in',
      'R00T',
      'm0derat0r',
      'ev3ryone',
      'SYST3M',
      'nu11',
      'adrnin',
      'vvebmaster',
    ],
    ...['admin1', 'admin2', 'Adm1n-007', 'support_24', 'toString', 'Owner'],
  ])('is refused when it looks like a reserved one: %s', (handle) => expect(refusal(handle)).toMatch(/reserved/));

  it.each(['ada', 'Ali', 'mel', 'roots', 'allan', 'Root-Beer', 'adminka', 'younes', 'room2', 'modest', 'arno', '42'])(
    'is accepted otherwise: %s',
    (handle) => expect(refusal(handle)).toBeUndefined(),
  );

  it('is refused when it is taken', () => {
    expect(refusal('ada', { isTaken: true })).toMatch(/taken/);
  });

  it('may be an admin’s for the first admin of a server', () => {
    expect(refuseHandle('admin', { isTaken: false, isFirstAdmin: true })).toBeUndefined();
    expect(refuseHandle('everyone', { isTaken: false, isFirstAdmin: true })).toMatchObject({ ok: false });
  });
});
