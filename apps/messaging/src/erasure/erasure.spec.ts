import type { MsgId, RoomId } from '@devchitchat/contracts';
import { created, joined, kitchen, roomAfter } from '../testing/history';
import { ada, bob, cleo } from '../testing/people';
import { eraseTexts, type Written } from './erasure';

const pantry = 'r_0000000000pantry' as RoomId;
const said = (seq: number, roomId = kitchen): Written => ({
  eventId: seq,
  roomId,
  message: { msgId: seq as MsgId, seq },
});
const aReason: Written = { eventId: 9, roomId: kitchen, message: null };

describe('the erased texts of a deleted account', () => {
  it('are announced in one event per room', () => {
    const room = roomAfter(created('private', ada), joined(ada, 'owner'));
    const drafts = eraseTexts([said(1), said(2), said(1, pantry)], bob, (roomId) => (roomId === kitchen ? room : null));
    expect(drafts).toMatchObject([
      { scopeId: kitchen, body: { userId: bob, messages: [{ seq: 1 }, { seq: 2 }] }, audience: [ada] },
      { scopeId: pantry, body: { userId: bob, messages: [{ seq: 1 }] }, audience: [] },
    ]);
  });

  it('are announced even if they are only reasons', () => {
    const room = roomAfter(created('private', ada), joined(ada, 'owner'));
    expect(eraseTexts([aReason], bob, () => room)).toMatchObject([{ body: { messages: [] }, audience: [ada] }]);
    expect(eraseTexts([said(1), aReason], bob, () => room)).toMatchObject([{ body: { messages: [{ seq: 1 }] } }]);
  });

  it('are announced only to members who may see them', () => {
    const room = roomAfter(created('private', ada), joined(ada, 'owner'), joined(cleo, 'member', 'member', 2));
    expect(eraseTexts([said(1), said(2), said(3)], bob, () => room)).toMatchObject([
      { body: { messages: [{ seq: 1 }] }, audience: [ada], followers: [ada, cleo] },
      { body: { messages: [{ seq: 2 }, { seq: 3 }] }, audience: [ada, cleo] },
    ]);
  });
});
