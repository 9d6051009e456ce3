import { describe, expect, it } from '@jest/globals';
import type { ClientMsgId, MsgId } from '@devchitchat/contracts';
import { ada, bob, cyd, lobby } from '@devchitchat/contracts/testing';
import type { UnsentReaction } from '../../client/unsent/outbox-policy';
import { reactionGroups } from './reactions';

const unsent = (emoji: string, on: boolean, state: UnsentReaction['state'] = 'pending'): UnsentReaction => ({
  kind: 'react',
  position: 1,
  clientMsgId: 'id-1' as ClientMsgId,
  roomId: lobby,
  userId: ada,
  composedAt: 0,
  state,
  msgId: 1 as MsgId,
  emoji,
  on,
});
const thumbs = [
  { userId: bob, emoji: '👍' },
  { userId: ada, emoji: '👍' },
];

describe('reactions', () => {
  it('are grouped by emoji, the earliest emoji first', () => {
    expect(reactionGroups([{ userId: cyd, emoji: '🎉' }, ...thumbs], [], ada)).toEqual([
      { emoji: '🎉', userIds: [cyd], isMine: false },
      { emoji: '👍', userIds: [bob, ada], isMine: true },
    ]);
  });

  it("include the user's own unsent changes", () => {
    expect(reactionGroups(thumbs, [unsent('👍', false)], ada)).toEqual([
      { emoji: '👍', userIds: [bob], isMine: false },
    ]);
    expect(reactionGroups([], [unsent('🎉', true)], ada)).toEqual([{ emoji: '🎉', userIds: [ada], isMine: true }]);
    expect(reactionGroups([], [unsent('🎉', true, 'failed')], ada)).toEqual([]);
  });
});
