import {
  accepted,
  messagingEvents as events,
  type BodyOf,
  type EventType,
  type HistoryChoice,
  type InviteId,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, left, roomAfter } from '../testing/history';
import type { People } from '../people/people';
import { actingMemberIn } from '../rooms/access';
import type { RoomState } from '../rooms/room';
import { ada, bob, cleo, dora, people, peopleWith } from '../testing/people';
import { createInvite, deadLink, mayHandleInvites, redeemInvite, revokeInvite, type OpeningInvite } from './invite';

const inviteId = 'i_0000000000000001' as InviteId;
const open: OpeningInvite = {
  inviteId,
  roomId: kitchen,
  createdBy: ada,
  createdAt: 1_000,
  expiresAt: 61_000,
  maxUses: 2,
  uses: 1,
  revokedAt: null,
  history: 'whole',
  historyStart: 1,
};
const room = roomAfter(created('private', ada), joined(ada, 'owner'), joined(bob))!;

const inKitchen = <E extends EventType>(type: E, body: BodyOf<E>, audience: readonly UserId[]) =>
  draft(type, { scopeId: kitchen, body, content: null, audience });

describe('managing a room’s invites', () => {
  it('is for every member of a public room, and for the owner and mods of a private one', () => {
    const publicRoom = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob));
    expect(mayHandleInvites(publicRoom, bob, people)).toEqual(actingMemberIn(publicRoom, bob, people));
    expect(mayHandleInvites(room, ada, people)).toEqual(actingMemberIn(room, ada, people));
    expect(mayHandleInvites(room, bob, people)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(mayHandleInvites(room, cleo, people)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(mayHandleInvites(null, cleo, people)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  const terms = { inviteId, expiresAt: 61_000, maxUses: 2, history: 'whole' } as const;
  const made = (history: HistoryChoice, makerSeesFrom = 1) => {
    const place = { room, userId: ada, ...room.members.get(ada)!, historyStart: makerSeesFrom };
    return createInvite(place, { ...terms, history });
  };

  it('announces a new one to the members without its token', () => {
    const body = { roomId: kitchen, inviteId, expiresAt: 61_000, maxUses: 2 };
    expect(made('whole')).toEqual(accepted(inKitchen(events.roomInviteCreated, body, [ada, bob])));
  });

  it('limits the history an invite shows to what its creator sees', () => {
    expect(made('from_now', 4)).toMatchObject({ value: { body: { history: 'from_now' } } });
    expect(made('whole', 4)).toMatchObject({ value: { body: { historyStart: 4 } } });
    const publicRoom = roomAfter(created('public', ada), joined(bob))!;
    const place = { room: publicRoom, userId: bob, ...publicRoom.members.get(bob)! };
    expect(createInvite(place, { ...terms, history: 'from_now' })).toMatchObject({ error: { code: 'conflict' } });
  });

  it('revokes invites of that room only, once', () => {
    const closed = inKitchen(events.roomInviteRevoked, { roomId: kitchen, inviteId }, [ada, bob]);
    expect(revokeInvite(room, open)).toEqual(accepted([closed]));
    expect(revokeInvite(room, { ...open, revokedAt: 2_000 })).toEqual(accepted([]));
    for (const other of [undefined, { ...open, roomId: 'r_0000000000000002' as RoomId }]) {
      expect(revokeInvite(room, other)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
  });
});

describe('joining by an invite', () => {
  it('takes one use, and is announced to everyone in the room', () => {
    expect(redeemInvite(room, open, cleo, 60_999, people)).toEqual(
      accepted([
        inKitchen(events.roomInviteRedeemed, { roomId: kitchen, inviteId, userId: cleo }, [ada, bob]),
        inKitchen(events.memberJoined, { roomId: kitchen, userId: cleo, role: 'member', by: 'invite' }, [
          ada,
          bob,
          cleo,
        ]),
      ]),
    );
  });

  it('shows the history that the invite was created with', () => {
    const talked = { ...room, headSeq: 7 };
    const startBy = (invite: OpeningInvite) => {
      const redeemed = redeemInvite(talked, invite, cleo, 2_000, people);
      return redeemed.ok && (redeemed.value[1]?.body as { historyStart?: number }).historyStart;
    };
    expect(startBy(open)).toBeUndefined();
    expect(startBy({ ...open, historyStart: 4 })).toBe(4);
    expect(startBy({ ...open, history: 'from_now' })).toBe(8);
  });

  it.each([
    ['expired', open, 61_000],
    ['used up', { ...open, uses: 2 }, 2_000],
    ['revoked', { ...open, revokedAt: 1_500 }, 2_000],
  ])('does not work if the invite is %s', (_state, invite, now) => {
    expect(redeemInvite(room, invite, cleo, now, people)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    // A retry of the same click must succeed even if it used the last use itself.
    expect(redeemInvite(room, invite, bob, now, people)).toEqual(accepted([]));
  });

  it.each<[string, RoomState, People]>([
    [
      'was removed or left',
      roomAfter(created('private', bob), joined(ada, 'owner'), joined(bob, 'owner'), left(ada)),
      people,
    ],
    ['is no longer a mod', roomAfter(created('private', ada), joined(ada), joined(bob, 'owner')), people],
    ['has a disabled account', room, peopleWith({ inactive: [ada] })],
    ['never existed', null, people],
  ])('does not work if its creator %s, with the same refusal as for any dead link', (_state, after, among) => {
    expect(redeemInvite(after, open, dora, 2_000, among)).toEqual(deadLink());
  });

  it('works as long as the creator may create invites, in whichever role', () => {
    const mod = roomAfter(created('private', bob), joined(bob, 'owner'), joined(ada, 'mod'));
    const member = roomAfter(created('public', bob), joined(bob, 'owner'), joined(ada));
    const admin = roomAfter(created('private', bob), joined(ada));
    for (const after of [room, mod, member])
      expect(redeemInvite(after, open, dora, 2_000, people)).toMatchObject({ ok: true });
    expect(redeemInvite(admin, open, dora, 2_000, peopleWith({ admins: [ada] }))).toMatchObject({ ok: true });
    expect(redeemInvite(admin, open, dora, 2_000, people)).toEqual(deadLink());
  });

  it('is refused to banned people', () => {
    const withoutCleo = { ...room, banned: new Set([cleo]) };
    expect(redeemInvite(withoutCleo, open, cleo, 2_000, people)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});
