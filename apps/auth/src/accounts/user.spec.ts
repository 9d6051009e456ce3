import { reservedHandles } from '@devchitchat/contracts';
import { ada } from '../testing/people';
import { changeDisplayName, refuseHandle } from './user';

describe('a handle', () => {
  it.each(reservedHandles)('is refused when it is reserved, in any case: %s', (handle) => {
    expect(refuseHandle(handle, false)).toMatchObject({ error: { code: 'conflict' } });
    expect(refuseHandle(handle.toUpperCase(), false)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('is refused when somebody has it', () => {
    expect(refuseHandle('ada', true)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('is free otherwise', () => {
    expect(refuseHandle('ada', false)).toBeUndefined();
  });
});

describe('changing a display name', () => {
  it('tells everyone, and keeps the name out of the log', () => {
    const [changed] = changeDisplayName(ada, 'Countess');
    expect(changed).toMatchObject({ body: { userId: ada.userId }, audience: 'everyone' });
    expect(changed?.content).toEqual({ displayName: 'Countess' });
  });

  it('to what it is already tells nobody', () => {
    expect(changeDisplayName(ada, ada.displayName)).toEqual([]);
  });
});
