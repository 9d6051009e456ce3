import {
  accepted,
  limits,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { ada, bob } from '../testing/people';
import { mayOpenMore, unlessFull } from './room-count';

const roomId = 'r_0000000000000001' as RoomId;
const joins = (userId: UserId) =>
  draft(messagingEvents.memberJoined, {
    scopeId: roomId,
    body: { roomId, userId, role: 'member', by: 'self' },
    content: null,
    audience: [],
  });
const leaves = draft(messagingEvents.memberLeft, {
  scopeId: roomId,
  body: { roomId, userId: ada },
  content: null,
  audience: [],
});
const in1000 = () => limits.roomsPerPerson;

describe('the limit of rooms per person', () => {
  it('refuses further rooms, joined or added by others, and lets the person leave', () => {
    expect(unlessFull(accepted([joins(ada)]), ada, in1000)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(unlessFull(accepted([joins(ada), joins(bob)]), ada, (userId) => (userId === bob ? 1_000 : 1))).toMatchObject(
      {
        ok: false,
        error: { code: 'conflict', message: expect.stringMatching(/^This person/) as string },
      },
    );
    expect(unlessFull(accepted([leaves]), ada, in1000)).toEqual(accepted([leaves]));
  });

  it('does not apply below the limit', () => {
    const decided = accepted([joins(ada)]);
    expect(unlessFull(decided, ada, () => limits.roomsPerPerson - 1)).toBe(decided);
  });

  it('does not change other refusals', () => {
    const decided = refused(reasons.roomUnknown);
    expect(unlessFull(decided, ada, in1000)).toBe(decided);
  });

  it('lets a client name all rooms within one frame of a sync', () => {
    const room = { roomId, after: 9_999_999_999 };
    const rooms = Array.from({ length: limits.roomsPerPerson }, () => room);
    expect(JSON.stringify({ rooms, epoch: '0123456789abcdef' }).length).toBeLessThan(limits.frameBytes);
  });
});

it('the number of direct rooms that one person opens is limited', () => {
  expect(mayOpenMore(limits.directsPerOpener - 1)).toMatchObject({ ok: true });
  expect(mayOpenMore(limits.directsPerOpener)).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
