import { accepted, limits, type CallId, type PeerId, type Stream, type UserId } from '@devchitchat/contracts';
import { given, heard, join, nothing, refusal, takeOver, wasIn } from '../testing/call-decisions';
import { callAfter, ended, joined, left, roomOf, started, voiceChanged } from '../testing/history';
import { ada, bob, cleo, peers } from '../testing/people';
import { decide } from './decide';

const [one, two, three] = peers;
const camera: Stream = { kind: 'camera', sound: false };

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
