import { describe, expect, it } from '@jest/globals';
import type { ModerationAct } from '@devchitchat/contracts';
import { ada, bob } from '@devchitchat/contracts/testing';
import { actText } from './act-text';

const done = { eventId: 7, ts: 1_000, by: ada };
const told = (act: ModerationAct) => actText(act, (userId) => (userId === ada ? 'Ada' : 'Bob'));

describe('a moderation action in words', () => {
  it('names the moderator and the target', () => {
    expect(told({ kind: 'kicked', ...done, userId: bob, reason: 'Enough' })).toBe('Ada removed Bob.');
    expect(told({ kind: 'message_deleted', ...done, userId: bob, seq: 4, reason: null })).toBe(
      'Ada deleted a message of Bob.',
    );
    expect(told({ kind: 'role_changed', ...done, by: null, userId: bob, role: 'owner' })).toBe(
      'The server made Bob the owner.',
    );
  });

  it('shows a name or topic as changed, and omits it once it is erased', () => {
    const updated = { kind: 'room_updated', ...done } as const;
    expect(told({ ...updated, name: 'porch', topic: 'Air' })).toMatch(/The room is now called porch: Air$/);
    expect(told({ ...updated, name: 'porch', topic: '' })).toMatch(/porch and has no topic\.$/);
    expect(told({ ...updated, name: null, topic: null })).toBe('Ada changed the name or the topic.');
  });

  it('lists each changed setting', () => {
    const changed = { kind: 'settings_changed', ...done } as const;
    expect(told({ ...changed, slowModeSeconds: 30 })).toBe('Ada set slow mode to 30 seconds.');
    expect(told({ ...changed, slowModeSeconds: 0, everyoneBy: 'everybody' })).toBe(
      'Ada turned slow mode off. Ada allowed everyone to use @everyone.',
    );
    expect(told({ ...changed, forEverybody: true })).toBe('Ada made this a room for everybody.');
    expect(told({ ...changed, forEverybody: false })).toBe('Ada stopped adding everybody to this room.');
  });
});
