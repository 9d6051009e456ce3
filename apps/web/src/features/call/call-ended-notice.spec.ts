import { beforeEach, describe, expect, it } from '@jest/globals';
import { CurrentCall } from '../../client/call/state/current-call';
import { ada, garden, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { CallEndedNotice } from './call-ended-notice';

const { render, screen, settled, user } = page();

describe('the notice of an ended call', () => {
  let currentCall: CurrentCall;
  beforeEach(() => {
    currentCall = new CurrentCall();
  });
  const shown = (roomId = garden.roomId) =>
    render(CallEndedNotice, {
      inputs: { roomId },
      providers: [peopleHere(ada), { provide: CurrentCall, useValue: currentCall }],
    });
  const notice = () => screen.queryByRole('status')?.textContent.trim();

  it.each([
    ['the reason', { sentence: 'The call was lost.' }, 'The call was lost.'],
    ['who ended it', { endedBy: ada.userId }, 'Ada ended the call for everyone.'],
    ['that someone ended it, if that is unknown', { endedBy: null }, 'Someone ended the call for everyone.'],
  ])('says %s, until it is closed', async (_, ending, text) => {
    await shown();
    expect(notice()).toBeUndefined();
    currentCall.end(garden.roomId, ending);
    await settled();
    expect(notice()).toBe(text);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(notice()).toBeUndefined();
  });

  it('is missing in other rooms', async () => {
    currentCall.end(garden.roomId, { endedBy: null });
    await shown('r_bbbbbbbbbbbbbbbb' as typeof garden.roomId);
    expect(notice()).toBeUndefined();
  });
});
