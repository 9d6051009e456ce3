import { signalingCommands as signaling, type CallId } from '@devchitchat/contracts';
import { actorOf, ada, asAda, asBob, device, isRefused, otherDevice } from '../testing/people';
import { startSignaling, type RunningSignaling } from '../testing/running-signaling';

let running: RunningSignaling;

beforeAll(async () => {
  running = await startSignaling();
});

afterAll(() => running[Symbol.asyncDispose]());

describe('the liveness of a peer', () => {
  it('is checked, and a peer is removed after 8 s of silence', async () => {
    const { callId, first, second } = await running.callOfTwo();
    let looks = 0;
    while (!running.typesOf(callId).includes('call.left')) {
      looks += 1;
      await running.told(asAda, signaling.rtcKeepAlive, { callId, peerId: first });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    // At least half a second each; a busy machine checks less often.
    expect(looks).toBeLessThan(20);
    expect(running.eventsOf(callId).at(-1)?.event).toMatchObject({ body: { peerId: second, reason: 'silent' } });
    const asks = running.notices.filter(({ data }) => (data as { callId?: CallId }).callId === callId);
    expect(asks[0]).toEqual({ name: 'rtc.liveness_check', audience: [device, otherDevice], data: { callId } });
    expect((await running.callsOf(asAda)).find((call) => call.callId === callId)?.peers).toHaveLength(1);
  });

  it('allows a silent peer to return under its id, and no other', async () => {
    const { roomId, callId, first } = await running.callOfTwo();
    const again = await running.enter(actorOf(ada, otherDevice), roomId, first);
    expect(again.peers).toHaveLength(2);
    expect(await running.ask(asBob, signaling.rtcJoin, { roomId, peerId: first })).toMatchObject(isRefused('conflict'));
    await running.told(actorOf(ada, otherDevice), signaling.rtcLeave, { callId, peerId: first });
    expect(await running.ask(asAda, signaling.rtcJoin, { roomId, peerId: first })).toMatchObject(
      isRefused('not_found'),
    );
  });
});
