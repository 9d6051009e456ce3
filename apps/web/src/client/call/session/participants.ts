import type { PeerId, UserId } from '@devchitchat/contracts';
import type { PeerLink } from '../mesh/peer-link';
import { linkProblem, type LinkProblem } from './link-problem';
import type { Roster } from './roster';

/** Another peer in the call, as it is displayed. */
export interface Participant {
  readonly peerId: PeerId;
  readonly userId: UserId;
  readonly name: string;
  readonly muted: boolean;
  readonly deafened: boolean;
  /** `null` while the link to the peer works. */
  readonly problem: LinkProblem | null;
}

export interface LinkView<Link> {
  readonly links: ReadonlyMap<PeerId, Link>;
  readonly nameOf: (userId: UserId) => string;
  readonly isStalled: (link: Link) => boolean;
}

export function participantsOf<Link extends Pick<PeerLink, 'state' | 'relayProblem'>>(
  roster: Roster,
  { links, nameOf, isStalled }: LinkView<Link>,
): readonly Participant[] {
  return [...roster].map(([peerId, { userId, muted, deafened }]) => {
    const link = links.get(peerId);
    const stalled = link !== undefined && isStalled(link);
    const problem = linkProblem(link?.state ?? 'connecting', link?.relayProblem ?? null, stalled);
    return { peerId, userId, name: nameOf(userId), muted, deafened, problem };
  });
}
