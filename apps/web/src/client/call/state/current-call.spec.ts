import { expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { CurrentCall } from './current-call';

const [lobby, den] = ['r_lobby', 'r_den'] as [RoomId, RoomId];
const ending = { sentence: 'The call ended.' };

it('a call that ended is over, and its reason stays until the user dismisses it or joins another call', () => {
  const call = new CurrentCall();
  call.join(lobby);
  expect(call.roomId()).toBe(lobby);
  call.end(lobby, ending);
  expect([call.roomId(), call.ended()]).toEqual([null, { roomId: lobby, ending }]);
  call.join(den);
  expect([call.roomId(), call.ended()]).toEqual([den, null]);
  call.end(den, ending);
  call.dismissEnding();
  expect(call.ended()).toBeNull();
});

it('a call on another device is offered to move here instead of being joined', () => {
  const call = new CurrentCall();
  call.join(lobby);
  call.offerMove(lobby);
  expect([call.roomId(), call.elsewhere()]).toEqual([null, lobby]);
  call.join(lobby);
  expect([call.roomId(), call.elsewhere()]).toEqual([lobby, null]);
});
