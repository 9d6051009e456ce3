import { callId, fileId, inviteId, roomId, sessionId, userId } from '@devchitchat/contracts';
import { hashToken, randomId, randomToken, randomTrace } from './random-ids';

describe('random ids', () => {
  it.each([
    ['u', userId],
    ['s', sessionId],
    ['i', inviteId],
    ['r', roomId],
    ['c', callId],
    ['f', fileId],
  ] as const)('with the letter %s are ids by contract', (letter, schema) => {
    for (let i = 0; i < 100; i++) expect(schema.safeParse(randomId(letter)).success).toBe(true);
  });

  it('are 256 bits for a token and 64 for a trace', () => {
    expect(Buffer.from(randomToken(), 'base64url')).toHaveLength(32);
    expect(Buffer.from(randomTrace(), 'hex')).toHaveLength(8);
  });

  it('hash the same way every time, as tokens', () => {
    expect(hashToken('a')).toBe(hashToken('a'));
    expect(hashToken('a')).not.toBe(hashToken('b'));
  });
});
