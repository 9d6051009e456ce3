import { accepted, limits, type PeerId, type Stream, type UserId } from '@devchitchat/contracts';
import type { Draft } from '@devchitchat/service-kit';
import { callAfter, ended, joined, left, published, roomOf, started, unpublished } from '../testing/history';
import { ada, bob, call, cleo, peers } from '../testing/people';
import { decide, dismiss, type CallCommand } from './decide';

const [one, two] = peers;
const room = roomOf(ada, bob);
const camera: Stream = { kind: 'camera', sound: false };
const screen: Stream = { kind: 'screen', sound: true };

const given = (...drafts: readonly Draft[]) => ({
  when: (command: CallCommand, by: UserId) => decide(callAfter(...drafts), room, command, by),
});
const heard = (...drafts: readonly Draft[]) => drafts.map((each) => ({ ...each, audience: [ada, bob] }));
const refusal = (code: string) => ({ ok: false, error: { code } });
const nothing = accepted([]);

const join = (peerId: PeerId, streams: Stream[] = [], formerly: UserId | null = null): CallCommand => ({
  type: 'join',
  peerId,
  streams,
  formerly,
});

describe('starting a call', () => {
  const start: CallCommand = { type: 'start', callId: call };

  it('is for every member, and all of them hear it', () => {
    expect(given().when(start, bob)).toEqual(accepted(heard(started(bob))));
  });

  it('finds the one that is on', () => {
    expect(given(started()).when(start, bob)).toEqual(nothing);
  });

  it('is possible again after it ended', () => {
    expect(given(started(), ended('empty')).when(start, bob)).toEqual(accepted(heard(started(bob))));
  });

  it('is not for others', () => {
    expect(given().when(start, cleo)).toMatchObject(refusal('not_found'));
  });
});

describe('joining', () => {
  it('is heard by everybody in the room', () => {
    expect(given(started()).when(join(one, [camera]), ada)).toEqual(accepted(heard(joined(one, ada, [camera]))));
  });

  it('again changes nothing', () => {
    expect(given(started(), joined(one, ada)).when(join(one), ada)).toEqual(nothing);
  });

  it('is refused under the id of somebody else, who is in or ever was', () => {
    expect(given(started(), joined(one, ada)).when(join(one), bob)).toMatchObject(refusal('conflict'));
    expect(given(started()).when(join(one, [], ada), bob)).toMatchObject(refusal('conflict'));
  });

  it('is refused when the call is full', () => {
    const full = Array.from({ length: limits.peersPerCall }, (_, at) => joined(`p_${at}` as PeerId, bob));
    expect(given(started(), ...full).when(join(one), ada)).toMatchObject(refusal('conflict'));
  });

  it('is not for who is not in the room, nor for a call that is over', () => {
    expect(given(started()).when(join(one), cleo)).toMatchObject(refusal('not_found'));
    expect(given(started(), ended('empty')).when(join(one), ada)).toMatchObject(refusal('not_found'));
  });
});

describe('leaving', () => {
  const leave = (peerId: PeerId): CallCommand => ({ type: 'leave', peerId });

  it('leaves the others in', () => {
    expect(given(started(), joined(one, ada), joined(two, bob)).when(leave(one), ada)).toEqual(
      accepted(heard(left(one, ada))),
    );
  });

  it('ends the call when nobody is left', () => {
    expect(given(started(), joined(one, ada)).when(leave(one), ada)).toEqual(
      accepted(heard(left(one, ada), ended('empty'))),
    );
  });

  it('again changes nothing', () => {
    expect(given(started(), joined(one, ada)).when(leave(two), bob)).toEqual(nothing);
  });

  it('is not done for others', () => {
    expect(given(started(), joined(one, ada)).when(leave(one), bob)).toMatchObject(refusal('forbidden'));
  });
});

describe('ending a call for all', () => {
  it('is for the owner and mods of the room', () => {
    const running = given(started(), joined(one, ada), joined(two, bob));
    expect(running.when({ type: 'end' }, ada)).toEqual(accepted(heard(ended('ended'))));
    expect(running.when({ type: 'end' }, bob)).toMatchObject(refusal('forbidden'));
  });
});

describe('showing something', () => {
  const publish = (peerId: PeerId, stream: Stream): CallCommand => ({ type: 'publish', peerId, stream });
  const unpublish = (peerId: PeerId): CallCommand => ({ type: 'unpublish', peerId, kind: 'screen' });
  const running = [started(), joined(one, ada)];

  it('is heard, and heard once', () => {
    expect(given(...running).when(publish(one, screen), ada)).toEqual(accepted(heard(published(one, ada, screen))));
    expect(given(...running, published(one, ada, screen)).when(publish(one, screen), ada)).toEqual(nothing);
  });

  it('may begin to sound', () => {
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

  it('is each one’s own affair, and only in the call', () => {
    expect(given(...running).when(publish(one, screen), bob)).toMatchObject(refusal('forbidden'));
    expect(given(...running).when(publish(two, screen), bob)).toMatchObject(refusal('not_found'));
    expect(given(...running).when(publish(one, screen), cleo)).toMatchObject(refusal('not_found'));
  });
});

describe('being taken out', () => {
  it('is heard by who is taken out, even out of the room', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, cleo))!;
    expect(dismiss(running, room, [two], 'room_left')).toEqual([
      { ...left(two, cleo, 'room_left'), audience: [ada, bob, cleo] },
    ]);
  });

  it('ends the call with the last one', () => {
    const running = callAfter(started(), joined(one, ada), joined(two, bob))!;
    expect(dismiss(running, room, [one, two], 'silent')).toEqual(
      heard(left(one, ada, 'silent'), left(two, bob, 'silent'), ended('empty')),
    );
  });

  it('passes over who is gone already', () => {
    expect(dismiss(callAfter(started(), joined(one, ada))!, room, [two], 'silent')).toEqual([]);
  });
});
