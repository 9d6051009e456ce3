import { sampleIPv4Response, sampleIPv6Response, sampleLongTermRequest, sampleRequest } from '../testing/rfc5769';
import { xorMappedAddress } from './mapped-address';
import { attributeTypes, decode, encode, messageTypes } from './stun-message';

const valueIn = (datagram: Buffer, type: number) =>
  decode(datagram)?.attributes.find((attribute) => attribute.type === type)?.value;

describe('the vectors of RFC 5769', () => {
  it('2.1: a request is decoded and its fingerprint is valid', () => {
    expect(decode(sampleRequest)).toMatchObject({
      type: messageTypes.bindingRequest,
      transactionId: Buffer.from('b7e7a701bc34d686fa87dfae', 'hex'),
    });
    expect(valueIn(sampleRequest, attributeTypes.username)?.toString()).toBe('evtj:h6vY');
    expect(decode(sampleRequest)?.attributes).toHaveLength(6);
  });

  it.each([
    ['2.2', sampleIPv4Response, '192.0.2.1'],
    ['2.3', sampleIPv6Response, '2001:db8:1234:5678:11:2233:4455:6677'],
  ])('%s: a response is read, and its address is written as we write it', (_section, response, address) => {
    const { type, transactionId } = decode(response)!;
    expect(type).toBe(messageTypes.bindingSuccess);
    expect(valueIn(response, attributeTypes.xorMappedAddress)).toEqual(
      xorMappedAddress({ address, port: 32_853 }, transactionId),
    );
  });

  it('2.4: a request without a fingerprint is decoded', () => {
    expect(valueIn(sampleLongTermRequest, attributeTypes.realm)?.toString()).toBe('example.org');
    expect(valueIn(sampleLongTermRequest, attributeTypes.username)?.toString()).toBe('マトリックス');
  });

  it.each([
    ['2.1', sampleRequest],
    ['2.2', sampleIPv4Response],
    ['2.3', sampleIPv6Response],
  ])('%s: written again, nothing but padding and what was computed over it differs', (_section, vector) => {
    const message = decode(vector)!;
    const attributes = message.attributes.filter(({ type }) => type !== attributeTypes.fingerprint);
    const again = encode({ ...message, attributes });
    expect(again).toHaveLength(vector.length);
    expect(decode(again)?.attributes.slice(0, -1)).toEqual(attributes);
  });
});

describe('a datagram that is not a STUN message', () => {
  const changed = (at: number, to: number) => {
    const datagram = Buffer.from(sampleRequest);
    datagram.writeUInt8(to, at);
    return datagram;
  };

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['less than a header', sampleRequest.subarray(0, 19)],
    ['one without the cookie', changed(4, 0)],
    ['one with the first bits of something else', changed(0, 0x80)],
    ['one that is cut off', sampleRequest.subarray(0, -4)],
    ['one that goes on', Buffer.concat([sampleRequest, Buffer.alloc(4)])],
    ['one with an attribute longer than itself', changed(22, 0xff)],
    ['one with a wrong fingerprint', changed(sampleRequest.length - 1, 0)],
    ['one whose content changed on the way', changed(30, 0)],
  ])('%s is passed over', (_what, datagram) => {
    expect(decode(datagram)).toBeUndefined();
  });

  it('never throws', () => {
    for (let seed = 1; seed <= 5_000; seed++) {
      const datagram = Buffer.from(sampleRequest);
      datagram.writeUInt8((seed * 31) % 256, (seed * 17) % datagram.length);
      expect(() => decode(datagram.subarray(0, (seed * 13) % (datagram.length + 1)))).not.toThrow();
      expect(() => decode(datagram)).not.toThrow();
    }
  });
});
