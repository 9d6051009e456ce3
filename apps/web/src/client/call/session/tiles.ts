import type { LinkState, PeerId, Stream, UserId } from '@devchitchat/contracts';
import type { PeerLink } from '../mesh/peer-link';
import { slotsOf } from '../mesh/slots';
import type { VoiceChoice } from '../voice/voice-choice';
import type { Roster } from './roster';

/** One video on the stage. */
export interface Tile {
  readonly key: string;
  readonly peerId: PeerId;
  readonly name: string;
  readonly kind: Stream['kind'];
  /** `null` until a link to the peer exists. */
  readonly track: MediaStreamTrack | null;
  /** State of the link the video comes over; `null` for the user's own video. */
  readonly link: LinkState | null;
  readonly muted: boolean;
  readonly deafened: boolean;
  readonly isMine: boolean;
}

export function remoteTiles(
  roster: Roster,
  links: ReadonlyMap<PeerId, Pick<PeerLink, 'state' | 'receives'>>,
  nameOf: (userId: UserId) => string,
): readonly Tile[] {
  return [...roster].flatMap(([peerId, { userId, streams, muted, deafened }]) => {
    const link = links.get(peerId);
    const name = nameOf(userId);
    return streams.map(({ kind }) => {
      const [slot] = slotsOf(kind);
      const track = (slot && link?.receives(slot)) ?? null;
      const state = link?.state ?? 'connecting';
      return { key: `${peerId} ${kind}`, peerId, name, kind, track, link: state, muted, deafened, isMine: false };
    });
  });
}

export interface OwnVideo {
  readonly peerId: PeerId;
  readonly name: string;
  readonly voice: VoiceChoice;
  readonly camera: MediaStreamTrack | undefined;
  readonly screen: MediaStreamTrack | undefined;
}

export function ownTiles({ peerId, name, voice: { muted, deafened }, ...tracks }: OwnVideo): readonly Tile[] {
  return (['camera', 'screen'] as const).flatMap((kind) => {
    const track = tracks[kind];
    return track ? [{ key: `mine ${kind}`, peerId, name, kind, track, link: null, muted, deafened, isMine: true }] : [];
  });
}
