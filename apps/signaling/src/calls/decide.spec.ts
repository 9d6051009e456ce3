import { accepted, type PeerId, type RoomKind, type Stream, type VoiceState } from '@devchitchat/contracts';
import { given, heard, nothing, refusal, room } from '../testing/call-decisions';
import {
  callAfter,
  ended,
  joined,
  left,
  published,
  started,
  unmuted,
  unpublished,
  voiceChanged,
} from '../testing/history';
import { ada, bob, cleo, peers } from '../testing/people';
import { decide, type CallCommand } from './decide';

const [one, two] = peers;
const screen: Stream = { kind: 'screen', sound: true };

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
