import { signalingCommands as signaling } from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { asAda, asBob } from '../testing/people';
import { until } from '@devchitchat/service-kit/testing';
import { startSignaling, type RunningSignaling } from '../testing/running-signaling';

let running: RunningSignaling;

beforeAll(async () => {
  running = await startSignaling();
});

afterAll(() => running[Symbol.asyncDispose]());

describe('after a restart', () => {
  it('a call continues with its peers, streams and sessions', async () => {
    const { callId, first, second } = await running.callOfTwo();
    const stream = { kind: 'screen', sound: true } as const;
    await running.told(asAda, signaling.rtcStreamPublish, { callId, peerId: first, stream });
    const before = (await running.callsOf(asAda)).find((call) => call.callId === callId);
    await running.stop();
    await running.start();
    expect((await running.callsOf(asAda)).find((call) => call.callId === callId)).toEqual(before);
    await running.told(asAda, signaling.rtcKeepAlive, { callId, peerId: first });
    const offer = { callId, peerId: second, toPeerId: first, incarnation: 1, negotiation: 1, sdp: 'v=0' };
    await running.told(asBob, signaling.rtcOffer, offer);
    expect(running.typesOf(callId)).not.toContain('call.ended');
  });

  it('a call from before peer sessions were stored is ended', async () => {
    const { callId } = await running.callOfTwo();
    await running.stop();
    const sqlite = new BetterSqlite3(running.file);
    sqlite.exec('DELETE FROM call_seats');
    sqlite.close();
    await running.start();
    await until(() => running.typesOf(callId).includes('call.ended'));
    expect(running.eventsOf(callId).at(-1)?.event).toMatchObject({ type: 'call.ended', body: { reason: 'restart' } });
  });
});
