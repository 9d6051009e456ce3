import { accepted } from '@devchitchat/contracts';
import { callAfter, joined, started } from '../testing/history';
import { actorOf, ada, bob, device, otherDevice, peers } from '../testing/people';
import { speaksIn } from './access';

const [one, two] = peers;
const call = callAfter(started(), joined(one, ada), joined(two, bob));
const isMember = () => true;
const as = (by: ReturnType<typeof actorOf>) => ({ peerId: one, by, sessionId: device, isMember });
const refusal = (code: string) => ({ ok: false, error: { code } });

describe('acting for a peer', () => {
  it('is allowed for its user on its device', () => {
    expect(speaksIn(call, as(actorOf(ada)))).toEqual(accepted(call));
    expect(speaksIn(call, as(actorOf(ada, otherDevice)))).toMatchObject(refusal('forbidden'));
    expect(speaksIn(call, as(actorOf(bob)))).toMatchObject(refusal('forbidden'));
  });

  it('reveals nothing to people outside the room', () => {
    expect(speaksIn(call, { ...as(actorOf(bob)), isMember: () => false })).toMatchObject(refusal('not_found'));
    expect(speaksIn(null, as(actorOf(ada)))).toMatchObject(refusal('not_found'));
  });

  it('is refused for people outside the call', () => {
    expect(speaksIn(callAfter(started()), as(actorOf(ada)))).toMatchObject(refusal('not_found'));
  });
});
