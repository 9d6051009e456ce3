import { limits, signalingCommands as signaling, type CallId, type PeerId, type RoomId } from '@devchitchat/contracts';
import { newPeerId } from './support/call-ids';
import { eventually } from './support/eventually';
import { expect, test, withProduct, type TestProduct } from './support/fixtures';
import { Product } from './support/product';
import { ApiClient } from './support/api-client';

interface InCall {
  readonly client: ApiClient;
  readonly callId: CallId;
  readonly peerId: PeerId;
}

async function enter(client: ApiClient, roomId: RoomId): Promise<InCall> {
  const peerId = newPeerId();
  const { call } = await client.must(signaling.rtcJoin, { roomId, peerId });
  return { client, callId: call.callId, peerId };
}

async function twoInTheLobby({ invite }: TestProduct): Promise<[InCall, InCall]> {
  const link = await invite(2);
  const name = () => `t-${newPeerId().slice(2, 10)}`;
  const [ada, bob] = [await ApiClient.join(link, name()), await ApiClient.join(link, name())];
  const roomId = await ada.lobby();
  await bob.lobby();
  return [await enter(ada, roomId), await enter(bob, roomId)];
}

/** Adds a forged sender, in the field that only the server sets. */
const pretending = <Input extends object>(input: Input, { client }: InCall): Input =>
  Object.assign({ fromUserId: client.user.userId }, input);

const offers = ({ client }: InCall) => client.notices.filter(({ name }) => name === 'rtc.offer_event');

test('a signal carries the sender that the server knows and reaches one device only', async ({ home }) => {
  const [ada, bob] = await twoInTheLobby(home);
  const { callId } = ada;
  const bystander = await ApiClient.join(await home.invite(), `t-${newPeerId().slice(2, 10)}`);
  const signal = { callId, toPeerId: bob.peerId, incarnation: 1, negotiation: 1, sdp: 'v=0' };
  await ada.client.must(signaling.rtcOffer, { ...signal, peerId: ada.peerId });
  await eventually('an offer', () => offers(bob)[0]);
  const from = { fromPeerId: ada.peerId, fromUserId: ada.client.user.userId };
  expect(offers(bob)).toEqual([{ name: 'rtc.offer_event', data: { ...signal, ...from } }]);
  expect([...offers(ada), ...bystander.notices.filter(({ name }) => name.startsWith('rtc.'))]).toEqual([]);
});

test('signals with a spoofed sender, for a foreign call or of excessive size are refused', async ({ home }) => {
  const [ada, bob] = await twoInTheLobby(home);
  const offer = {
    callId: ada.callId,
    peerId: ada.peerId,
    toPeerId: bob.peerId,
    incarnation: 1,
    negotiation: 1,
    sdp: 'v=0',
  };
  for (const [client, input, code] of [
    [bob.client, offer, 'forbidden'],
    [bob.client, { ...offer, peerId: bob.peerId, toPeerId: newPeerId() }, 'not_found'],
    [ada.client, { ...offer, callId: 'c_0000000000000000' as CallId }, 'not_found'],
    [ada.client, pretending(offer, bob), 'invalid'],
    [ada.client, { ...offer, sdp: 'x'.repeat(limits.signalBytes + 1) }, 'too_large'],
  ] as const) {
    expect(await client.ask(signaling.rtcOffer, input)).toMatchObject({ ok: false, error: { code } });
  }
  expect([...offers(ada), ...offers(bob)]).toEqual([]);
});

test('a client that floods is slowed down, then disconnected, without effect on others', async () => {
  const product = await Product.home({ environment: { RATE_LIMIT_FACTOR: '1' } });
  await withProduct(product, async (testProduct) => {
    const [ada, bob] = await twoInTheLobby(testProduct);
    const flood = {
      callId: ada.callId,
      peerId: ada.peerId,
      toPeerId: bob.peerId,
      incarnation: 1,
      negotiation: 1,
      sdp: 'v=0',
    };
    const codes: string[] = [];
    while (ada.client.socket.connected) {
      const asked = Array.from({ length: 50 }, () => ada.client.ask(signaling.rtcOffer, flood, 1_000));
      codes.push(...(await Promise.all(asked)).map((reply) => (reply.ok ? 'ok' : reply.error.code)));
    }
    expect(codes).toContain('rate_limited');
    expect(codes.filter((code) => code === 'ok').length).toBeLessThan(300);
    await bob.client.must(signaling.rtcKeepAlive, { callId: bob.callId, peerId: bob.peerId });
  });
});
