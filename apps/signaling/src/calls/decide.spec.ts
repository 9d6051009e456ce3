import {
  accepted,
  limits,
  type CallId,
  type PeerId,
  type RoomKind,
  type Stream,
  type UserId,
  type VoiceState,
} from '@devchitchat/contracts';
import type { Draft } from '@devchitchat/service-kit';
import {
  callAfter,
  ended,
  joined,
  left,
  published,
  roomOf,
  started,
  unmuted,
  unpublished,
  voiceChanged,
} from '../testing/history';
import { ada, bob, call, cleo, peers } from '../testing/people';
import { decide, dismiss, type CallCommand, type FormerPeer } from './decide';

const [one, two, three] = peers;
const room = roomOf(ada, bob);
const camera: Stream = { kind: 'camera', sound: false };
const screen: Stream = { kind: 'screen', sound: true };

const given = (...drafts: readonly Draft[]) => ({
  when: (command: CallCommand, by: UserId) => decide(callAfter(...drafts), room, command, by),
});
const heard = (...drafts: readonly Draft[]) => drafts.map((each) => ({ ...each, audience: [ada, bob] }));
const refusal = (code: string) => ({ ok: false, error: { code } });
const nothing = accepted([]);

const join = (peerId: PeerId, more: Partial<CallCommand & { type: 'join' }> = {}): CallCommand => ({
  type: 'join',
  peerId,
  streams: [],
  voice: unmuted,
  takeOver: false,
  formerly: null,
  newCallId: call,
  ...more,
});
const takeOver = { takeOver: true };
const wasIn = (leftBecause: FormerPeer['leftBecause'], more: Partial<FormerPeer> = {}) => ({
  formerly: { callId: call, userId: ada, leftBecause, endedBecause: null, ...more },
});

describe('entering', () => {
  it('starts a call if none is in progress, and all members of the room receive it', () => {
    expect(given().when(join(one), bob)).toEqual(accepted(heard(started(bob), joined(one, bob))));
    expect(given(started(), ended('empty')).when(join(one), bob)).toEqual(
      accepted(heard(started(bob), joined(one, bob))),
    );
  });

  it('joins the call in progress', () => {
    expect(given(started(), joined(two, bob)).when(join(one, { streams: [camera] }), ada)).toEqual(
      accepted(heard(joined(one, ada, [camera]))),
    );
  });

  it("keeps the person's microphone setting", () => {
    const muted = { muted: true, deafened: false };
    expect(given(started()).when(join(one, { voice: muted }), ada)).toEqual(
      accepted(heard(joined(one, ada, [], muted))),
    );
  });

  it('from another device keeps a person muted and deafened, and never unmutes them', () => {
    const deaf = { muted: true, deafened: true };
    const muted = [started(), joined(one, ada), voiceChanged(one, ada, deaf), joined(two, bob)];
    expect(given(...muted).when(join(three, takeOver), ada)).toEqual(
      accepted(heard(left(one, ada, 'moved'), joined(three, ada, [], deaf))),
    );
    expect(given(...muted, left(one, ada, 'silent')).when(join(three), ada)).toEqual(
      accepted(heard(left(one, ada, 'moved'), joined(three, ada, [], deaf))),
    );
    expect(given(...muted).when(join(three, takeOver), bob)).toEqual(
      accepted(heard(left(two, bob, 'moved'), joined(three, bob))),
    );
  });

  it("returns with the person's current settings, not those from before the silence", () => {
    const muted = { muted: true, deafened: false };
    const away = given(started(), joined(one, ada, [], muted), joined(two, bob), left(one, ada, 'silent'));
    expect(away.when(join(one, wasIn('silent')), ada)).toEqual(accepted(heard(joined(one, ada))));
  });

  it('changes nothing when repeated', () => {
    expect(given(started(), joined(one, ada)).when(join(one, wasIn(null)), ada)).toEqual(nothing);
  });

  it('is refused with a peer id that another person uses or used', () => {
    expect(given(started(), joined(one, ada)).when(join(one, wasIn(null)), bob)).toMatchObject(refusal('conflict'));
    expect(given().when(join(one, wasIn('self')), bob)).toMatchObject(refusal('conflict'));
  });

  it('is refused when ten others are in the call, not counting the user’s own peer that it replaces', () => {
    const members = Array.from({ length: limits.peersPerCall }, (_, at) => `u_${at}` as UserId);
    const full = [started(), ...members.map((userId, at) => joined(`p_${at}` as PeerId, userId))];
    const crowd = roomOf(...members, ada);
    expect(decide(callAfter(...full), crowd, join(one), ada)).toMatchObject(refusal('conflict'));
    expect(decide(callAfter(...full), crowd, join(one, takeOver), members[3]!)).toMatchObject({ ok: true });
  });

  it('is refused for people outside the room', () => {
    expect(given().when(join(one), cleo)).toMatchObject(refusal('not_found'));
    expect(given(started()).when(join(one), cleo)).toMatchObject(refusal('not_found'));
  });
});

describe('returning', () => {
  const silent = [started(), joined(one, ada), joined(two, bob), left(one, ada, 'silent')];

  it('brings a silent peer back into the call, even if all peers were silent', () => {
    expect(given(...silent).when(join(one, wasIn('silent')), ada)).toEqual(accepted(heard(joined(one, ada))));
    expect(given(...silent, left(two, bob, 'silent')).when(join(one, wasIn('silent')), ada)).toEqual(
      accepted(heard(joined(one, ada))),
    );
  });

  it.each(['ended', 'empty', 'restart'] as const)(
    'never starts a call: the one before is over (%s)',
    (endedBecause) => {
      const reply = given(...silent, ended(endedBecause)).when(join(one, wasIn('silent', { endedBecause })), ada);
      expect(reply).toMatchObject(refusal('not_found'));
    },
  );

  it('never leads into a later call', () => {
    const later = 'c_later' as CallId;
    const reply = given(started(), joined(two, bob)).when(join(one, wasIn('silent', { callId: later })), ada);
    expect(reply).toMatchObject(refusal('not_found'));
  });

  it.each([
    ['self', 'not_found'],
    ['room_left', 'not_found'],
    ['signed_out', 'not_found'],
    ['disabled', 'not_found'],
    ['moved', 'conflict'],
  ] as const)('is refused after leaving for another reason than silence: %s', (reason, code) => {
    const before = [started(), joined(one, ada), joined(two, bob)];
    expect(given(...before, left(one, ada, reason)).when(join(one, wasIn(reason)), ada)).toMatchObject(refusal(code));
    expect(given(...silent, left(one, ada, reason)).when(join(one, wasIn(reason)), ada)).toMatchObject(refusal(code));
  });
});

describe('a peer of a user', () => {
  it('exists once per person, and another device is asked first', () => {
    expect(given(started(), joined(one, ada)).when(join(two), ada)).toMatchObject(refusal('conflict'));
  });

  it('is taken over with one click, and the other device is told why it was removed', () => {
    expect(given(started(), joined(one, ada)).when(join(two, takeOver), ada)).toEqual(
      accepted(heard(left(one, ada, 'moved'), joined(two, ada))),
    );
  });

  it('of a silent device is taken over without asking, and its links end too', () => {
    const before = [started(), joined(one, ada), joined(three, bob), left(one, ada, 'silent')];
    expect(given(...before).when(join(two), ada)).toEqual(accepted(heard(left(one, ada, 'moved'), joined(two, ada))));
  });
});

describe('leaving', () => {
  const leave = (peerId: PeerId): CallCommand => ({ type: 'leave', peerId });

  it('keeps the other peers in the call', () => {
    expect(given(started(), joined(one, ada), joined(two, bob)).when(leave(one), ada)).toEqual(
      accepted(heard(left(one, ada))),
    );
  });

  it('ends the call when no peer is left', () => {
    expect(given(started(), joined(one, ada)).when(leave(one), ada)).toEqual(
      accepted(heard(left(one, ada), ended('empty'))),
    );
  });

  it('changes nothing when repeated', () => {
    expect(given(started(), joined(one, ada)).when(leave(two), bob)).toEqual(nothing);
  });

  it("is refused for other people's peers", () => {
    expect(given(started(), joined(one, ada)).when(leave(one), bob)).toMatchObject(refusal('forbidden'));
  });
});

describe('ending a call for all', () => {
  const running = callAfter(started(), joined(one, ada), joined(two, bob));
  const ending = (kind: RoomKind | undefined, isAdmin = false): CallCommand => ({ type: 'end', kind, isAdmin });
  const done = accepted(heard(ended('ended')));

  it('is allowed for the owner and mods of the room, not for other admins', () => {
    for (const kind of ['public', 'private', undefined] as const) {
      expect(decide(running, room, ending(kind), ada)).toEqual(done);
      for (const isAdmin of [false, true]) {
        expect(decide(running, room, ending(kind, isAdmin), bob)).toMatchObject(refusal('forbidden'));
      }
    }
  });

  it('is allowed for admins in the lobby and in every room without an owner', () => {
    const ownerless = {
      ...room,
      members: new Map([...room.members.keys()].map((userId) => [userId, 'member'] as const)),
    };
    for (const kind of ['public', 'private'] as const) {
      expect(decide(running, ownerless, ending(kind, true), bob)).toEqual(done);
      expect(decide(running, ownerless, ending(kind), ada)).toMatchObject(refusal('forbidden'));
      expect(decide(running, ownerless, ending(kind, true), cleo)).toMatchObject(refusal('not_found'));
    }
    expect(decide(running, ownerless, ending(undefined, true), bob)).toMatchObject(refusal('forbidden'));
  });

  it('is allowed only for the people of a direct room', () => {
    const people = { ...room, members: new Map([...room.members.keys()].map((userId) => [userId, 'member'] as const)) };
    expect(decide(running, people, ending('direct'), bob)).toEqual(done);
    expect(decide(running, people, ending('direct', true), cleo)).toMatchObject(refusal('not_found'));
  });
});

describe('muting and deafening', () => {
  const muted = { muted: true, deafened: false };
  const set = (peerId: PeerId, voice: VoiceState): CallCommand => ({ type: 'set voice', peerId, voice });
  const running = [started(), joined(one, ada)];

  it('is published to the room once', () => {
    expect(given(...running).when(set(one, muted), ada)).toEqual(accepted(heard(voiceChanged(one, ada, muted))));
    expect(given(...running, voiceChanged(one, ada, muted)).when(set(one, muted), ada)).toEqual(nothing);
    expect(given(...running).when(set(one, unmuted), ada)).toEqual(nothing);
  });

  it('is refused for other people, even the owner, and outside the call', () => {
    expect(given(started(), joined(one, bob)).when(set(one, muted), ada)).toMatchObject(refusal('forbidden'));
    expect(given(...running).when(set(two, muted), bob)).toMatchObject(refusal('not_found'));
    expect(given(...running).when(set(one, muted), cleo)).toMatchObject(refusal('not_found'));
  });
});

describe('publishing a stream', () => {
  const publish = (peerId: PeerId, stream: Stream): CallCommand => ({ type: 'publish', peerId, stream });
  const unpublish = (peerId: PeerId): CallCommand => ({ type: 'unpublish', peerId, kind: 'screen' });
  const running = [started(), joined(one, ada)];

  it('is published once', () => {
    expect(given(...running).when(publish(one, screen), ada)).toEqual(accepted(heard(published(one, ada, screen))));
    expect(given(...running, published(one, ada, screen)).when(publish(one, screen), ada)).toEqual(nothing);
  });

  it('may gain audio later', () => {
    const silent = { ...screen, sound: false };
    expect(given(...running, published(one, ada, silent)).when(publish(one, screen), ada)).toEqual(
      accepted(heard(published(one, ada, screen))),
    );
  });

  it('ends once', () => {
    const showing = [...running, published(one, ada, screen)];
    expect(given(...showing).when(unpublish(one), ada)).toEqual(accepted(heard(unpublished(one, ada, 'screen'))));
    expect(given(...showing, unpublished(one, ada, 'screen')).when(unpublish(one), ada)).toEqual(nothing);
  });

  it("is refused for other people's peers and outside the call", () => {
    expect(given(...running).when(publish(one, screen), bob)).toMatchObject(refusal('forbidden'));
    expect(given(...running).when(publish(two, screen), bob)).toMatchObject(refusal('not_found'));
    expect(given(...running).when(publish(one, screen), cleo)).toMatchObject(refusal('not_found'));
  });
});

describe('removing a peer', () => {
  it('is published to the removed person, even outside the room', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, cleo))!;
    expect(dismiss(running, room, [two], 'room_left')).toEqual([
      { ...left(two, cleo, 'room_left'), audience: [ada, bob, cleo] },
    ]);
  });

  it('ends the call with the last peer', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob))!;
    expect(dismiss(running, room, [one, two], 'disabled')).toEqual(
      heard(left(one, ada, 'disabled'), left(two, bob, 'disabled'), ended('empty')),
    );
  });

  it('keeps the call if its last peers fell silent, because they may still be connected to each other', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob))!;
    expect(dismiss(running, room, [one, two], 'silent')).toEqual(
      heard(left(one, ada, 'silent'), left(two, bob, 'silent')),
    );
  });

  it('applies to silent peers, and ends the call if they were the last', () => {
    const silent = [started(), joined(one, ada), joined(two, bob), left(two, bob, 'silent')];
    const running = callAfter(...silent)!;
    expect(dismiss(running, room, [two], 'room_left')).toEqual(heard(left(two, bob, 'room_left')));
    expect(dismiss(running, room, [two], 'silent')).toEqual([]);
    const both = callAfter(...silent, left(one, ada, 'silent'))!;
    expect(dismiss(both, room, [two], 'room_left')).toEqual(heard(left(two, bob, 'room_left')));
    expect(dismiss(both, room, [one, two], 'deleted')).toEqual(
      heard(left(one, ada, 'deleted'), left(two, bob, 'deleted'), ended('empty')),
    );
  });

  it('ends the call when the last listed peer leaves, even if others are silent', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob), left(two, bob, 'silent'))!;
    expect(dismiss(running, room, [one], 'self')).toEqual(heard(left(one, ada), ended('empty')));
  });

  it('ignores peers that already left', () => {
    expect(dismiss(callAfter(started(), joined(one, ada))!, room, [two], 'silent')).toEqual([]);
  });
});
