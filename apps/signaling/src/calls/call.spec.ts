import type { Draft } from '@devchitchat/service-kit';
import { callAfter, ended, joined, left, published, started, unpublished, voiceChanged } from '../testing/history';
import { ada, bob, call, kitchen, peers } from '../testing/people';

const [one, two] = peers;

describe('a call', () => {
  it('has the peers that joined and did not leave, in order of joining', () => {
    const state = callAfter(started(), joined(two, bob), joined(one, ada), left(two, bob), joined(two, bob));
    expect(state).toMatchObject({ callId: call, roomId: kitchen, startedBy: ada, startedAt: 1_000, head: 5 });
    expect([...(state?.peers.keys() ?? [])]).toEqual([one, two]);
    expect(state?.peers.get(two)).toMatchObject({ userId: bob, joinedAt: 5_000 });
  });

  it('knows the streams of each peer', () => {
    const state = callAfter(
      started(),
      joined(one, ada, [{ kind: 'camera', sound: false }]),
      published(one, ada, { kind: 'screen', sound: true }),
      unpublished(one, ada, 'camera'),
    );
    expect([...(state?.peers.get(one)?.streams.values() ?? [])]).toEqual([{ kind: 'screen', sound: true }]);
  });

  it('knows silent peers until they return or leave for another reason', () => {
    const away = (...more: Draft[]) => [
      ...(callAfter(started(), joined(one, ada), joined(two, bob), left(one, ada, 'silent'), ...more)?.away.keys() ??
        []),
    ];
    expect(away()).toEqual([one]);
    expect(away(joined(one, ada))).toEqual([]);
    expect(away(left(one, ada, 'signed_out'))).toEqual([]);
    expect(away(left(two, bob))).toEqual([one]);
  });

  it('knows which peers are muted and deafened', () => {
    const deaf = { muted: true, deafened: true };
    const state = callAfter(started(), joined(one, ada), joined(two, bob, [], deaf), voiceChanged(one, ada, deaf));
    expect([...(state?.peers.values() ?? [])].map(({ voice }) => voice)).toEqual([deaf, deaf]);
    expect(callAfter(started(), voiceChanged(one, ada, deaf))?.peers.size).toBe(0);
  });

  it('is null after its end', () => {
    expect(callAfter(started(), joined(one, ada), ended('restart'))).toBeNull();
  });
});
