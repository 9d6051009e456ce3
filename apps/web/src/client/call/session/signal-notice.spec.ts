import { expect, it } from '@jest/globals';
import type { CallId, PeerId, UserId } from '@devchitchat/contracts';
import { signalFrom } from './signal-notice';

const route = {
  callId: 'c_1' as CallId,
  fromPeerId: 'p_ada' as PeerId,
  fromUserId: 'u_ada' as UserId,
  toPeerId: 'p_bob' as PeerId,
  incarnation: 3,
};

it('each signaling notice becomes the signal that its sender sent', () => {
  const description = { ...route, negotiation: 2, sdp: 'v=0' };
  const candidates = [{ candidate: 'a', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null }];
  const signal = { incarnation: 3, negotiation: 2, sdp: 'v=0' };
  expect(signalFrom({ name: 'rtc.offer_event', data: description })).toEqual({ type: 'offer', ...signal });
  expect(signalFrom({ name: 'rtc.answer_event', data: description })).toEqual({ type: 'answer', ...signal });
  expect(signalFrom({ name: 'rtc.ask_offer_event', data: { ...route, restart: true } })).toEqual({
    type: 'ask',
    incarnation: 3,
    restart: true,
  });
  expect(signalFrom({ name: 'rtc.ice_event', data: { ...route, candidates } })).toEqual({
    type: 'ice',
    incarnation: 3,
    candidates,
  });
});
