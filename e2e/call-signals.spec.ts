import { limits, signalingCommands as signaling, type CallId, type PeerId, type RoomId } from '@devchitchat/contracts';
import { newPeerId } from './support/call-ids';
import { eventually } from './support/eventually';
import { expect, test, whileItStands, type Place } from './support/fixtures';
import { Product } from './support/product';
import { Talker } from './support/talker';

interface InCall {
  readonly talker: Talker;
  readonly callId: CallId;
  readonly peerId: PeerId;
}

async function enter(talker: Talker, roomId: RoomId): Promise<InCall> {
  const peerId = newPeerId();
  const { call } = await talker.must(signaling.rtcJoin, { roomId, peerId });
  return { talker, callId: call.callId, peerId };
}

async function twoInTheLobby({ invite }: Place): Promise<[InCall, InCall]> {
  const link = await invite(2);
  const name = () => `t-${newPeerId().slice(2, 10)}`;
  const [ada, bob] = [await Talker.join(link, name()), await Talker.join(link, name())];
  const roomId = await ada.lobby();
  await bob.lobby();
  return [await enter(ada, roomId), await enter(bob, roomId)];
}

/** Claims to be somebody else, in the field in which the server says who it is. */
const pretending = <Input extends object>(input: Input, { talker }: InCall): Input =>
  Object.assign({ fromUserId: talker.user.userId }, input);

const offers = ({ talker }: InCall) => talker.notices.filter(({ name }) => name === 'rtc.offer_event');

test('a signal says who sent it by what the server knows, and reaches one device only', async ({ home }) => {
  const [ada, bob] = await twoInTheLobby(home);
  const { callId } = ada;
  const bystander = await Talker.join(await home.invite(), `t-${newPeerId().slice(2, 10)}`);
  const signal = { callId, toPeerId: bob.peerId, incarnation: 1, negotiation: 1, sdp: 'v=0' };
  await ada.talker.must(signaling.rtcOffer, { ...signal, peerId: ada.peerId });
  await eventually('an offer', () => offers(bob)[0]);
  const from = { fromPeerId: ada.peerId, fromUserId: ada.talker.user.userId };
  expect(offers(bob)).toEqual([{ name: 'rtc.offer_event', data: { ...signal, ...from } }]);
  expect([...offers(ada), ...bystander.notices.filter(({ name }) => name.startsWith('rtc.'))]).toEqual([]);
});

test('a spoofed sender, a foreign call and an oversized signal are refused', async ({ home }) => {
  const [ada, bob] = await twoInTheLobby(home);
  const offer = {
    callId: ada.callId,
    peerId: ada.peerId,
    toPeerId: bob.peerId,
    incarnation: 1,
    negotiation: 1,
    sdp: 'v=0',
  };
  for (const [talker, input, code] of [
    [bob.talker, offer, 'forbidden'],
    [bob.talker, { ...offer, peerId: bob.peerId, toPeerId: newPeerId() }, 'not_found'],
    [ada.talker, { ...offer, callId: 'c_0000000000000000' as CallId }, 'not_found'],
    [ada.talker, pretending(offer, bob), 'invalid'],
    [ada.talker, { ...offer, sdp: 'x'.repeat(limits.signalBytes + 1) }, 'too_large'],
  ] as const) {
    expect(await talker.ask(signaling.rtcOffer, input)).toMatchObject({ ok: false, error: { code } });
  }
  expect([...offers(ada), ...offers(bob)]).toEqual([]);
});

test('whoever floods is slowed down, then cut, and the others talk on', async () => {
  const product = await Product.home({ environment: { RATE_LIMIT_FACTOR: '1' } });
  await whileItStands(product, async (place) => {
    const [ada, bob] = await twoInTheLobby(place);
    const flood = {
      callId: ada.callId,
      peerId: ada.peerId,
      toPeerId: bob.peerId,
      incarnation: 1,
      negotiation: 1,
      sdp: 'v=0',
    };
    const codes: string[] = [];
    while (ada.talker.socket.connected) {
      const asked = Array.from({ length: 50 }, () => ada.talker.ask(signaling.rtcOffer, flood, 1_000));
      codes.push(...(await Promise.all(asked)).map((reply) => (reply.ok ? 'ok' : reply.error.code)));
    }
    expect(codes).toContain('rate_limited');
    expect(codes.filter((code) => code === 'ok').length).toBeLessThan(300);
    await bob.talker.must(signaling.rtcKeepAlive, { callId: bob.callId, peerId: bob.peerId });
  });
});
