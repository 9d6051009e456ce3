import { sampleIPv4Response, sampleLongTermRequest, sampleRequest } from '../testing/rfc5769';
import { answerTo } from './binding';
import { xorMappedAddress } from './mapped-address';
import { attributeTypes, decode, encode, messageTypes } from './stun-message';

const from = { address: '203.0.113.9', port: 50_000 };
const transactionId = Buffer.from('0123456789ab');
const request = (...attributes: { type: number; value: Buffer }[]) =>
  encode({ type: messageTypes.bindingRequest, transactionId, attributes });

describe('a binding request', () => {
  it.each([
    ['a bare one', request()],
    ['one of a browser', sampleRequest],
    ['one with credentials', sampleLongTermRequest],
  ])('is answered with how its sender looks: %s', (_what, datagram) => {
    const answer = decode(answerTo(datagram, from)!)!;
    expect(answer).toMatchObject({
      type: messageTypes.bindingSuccess,
      transactionId: decode(datagram)?.transactionId,
    });
    expect(answer.attributes[0]).toEqual({
      type: attributeTypes.xorMappedAddress,
      value: xorMappedAddress(from, answer.transactionId),
    });
  });

  it('from an IPv4-mapped IPv6 address is answered with the IPv4 address', () => {
    expect(answerTo(request(), { ...from, address: `::ffff:${from.address}` })).toEqual(answerTo(request(), from));
  });

  it('with unknown required attributes is answered with their types', () => {
    const answer = decode(answerTo(request({ type: 0x7abc, value: Buffer.alloc(400) }), from)!)!;
    expect(answer.type).toBe(messageTypes.bindingError);
    expect(answer.attributes.slice(0, 2)).toEqual([
      { type: attributeTypes.errorCode, value: Buffer.from([0, 0, 4, 20]) },
      { type: attributeTypes.unknownAttributes, value: Buffer.from([0x7a, 0xbc]) },
    ]);
  });
});

it('other datagrams get no answer, so that forged addresses cannot amplify traffic', () => {
  const indication = encode({ type: 0x0011, transactionId, attributes: [] });
  for (const datagram of [sampleIPv4Response, indication, Buffer.from('hello'), Buffer.alloc(0)])
    expect(answerTo(datagram, from)).toBeUndefined();
});
