import { decodePacket, MalformedFrame, PacketDecoder, PacketEncoder } from './text-protocol';

describe('a valid frame', () => {
  it.each([
    ['0', { type: 0, nsp: '/' }],
    ['0{"token":"unread"}', { type: 0, nsp: '/' }],
    ['1', { type: 1, nsp: '/' }],
    ['2["msg.send",{"a":1}]', { type: 2, nsp: '/', data: ['command', 'msg.send', { a: 1 }] }],
    ['217["sync"]', { type: 2, nsp: '/', id: 17, data: ['command', 'sync'] }],
  ])('%s', (frame, packet) => {
    expect(decodePacket(frame)).toEqual(packet);
  });

  it.each(['connect', 'disconnect', 'disconnecting', 'error', 'newListener', '__proto__', 'constructor'])(
    'never names a listener: %s',
    (name) => {
      expect(decodePacket(JSON.stringify([name]).replace('[', '20['))).toMatchObject({ data: ['command', name] });
    },
  );
});

describe('a malformed frame', () => {
  it.each([
    ['nothing', ''],
    ['another namespace', '0/admin,'],
    ['a list while connecting', '0[]'],
    ['more than goodbye', '1{}'],
    ['an acknowledgement, for we ask nothing', '30[]'],
    ['a connect error', '4{}'],
    ['a binary event', '51-["msg.send",{"_placeholder":true,"num":0}]'],
    ['a binary acknowledgement', '61-0[]'],
    ['an unknown type', '9[]'],
    ['an event in another namespace', '2/admin,["sync"]'],
    ['broken JSON', '2["sync"'],
    ['an object', '2{"0":"sync"}'],
    ['no name', '2[]'],
    ['a number for a name', '2[1,{}]'],
    ['an endless number', `2${'9'.repeat(60)}["sync"]`],
    ['bytes', Buffer.from('2["sync"]')],
    ['a number', 2],
  ])('is %s', (_what, frame) => {
    expect(() => decodePacket(frame)).toThrow(MalformedFrame);
  });

  it('includes one that is nested too deeply', () => {
    expect(() => decodePacket(`2["sync",${'['.repeat(60_000)}`)).toThrow(MalformedFrame);
  });

  it('is never quoted in the error', () => {
    const messages = ['2["canary', '9canary', Buffer.from('canary')].map((frame) => {
      try {
        return decodePacket(frame);
      } catch (error) {
        return String(error);
      }
    });
    expect(JSON.stringify(messages)).not.toContain('canary');
  });
});

describe('a decoder', () => {
  it('accepts one connect packet and rejects a second', () => {
    const decoder = new PacketDecoder();
    decoder.add('0');
    expect(() => decoder.add('0')).toThrow(MalformedFrame);
  });

  it('emits the packets it decoded', () => {
    const decoder = new PacketDecoder();
    const packets: unknown[] = [];
    decoder.on('decoded', (packet) => packets.push(packet));
    decoder.add('0');
    decoder.add('2["sync"]');
    expect(packets).toMatchObject([{ type: 0 }, { type: 2 }]);
    decoder.destroy();
    expect(decoder.listenerCount('decoded')).toBe(0);
  });
});

describe('an encoder', () => {
  it.each([
    [{ type: 2, data: ['event', { a: 1 }] }, '2["event",{"a":1}]'],
    [{ type: 3, id: 0, data: [{ ok: true }] }, '30[{"ok":true}]'],
    [{ type: 1 }, '1'],
  ])('writes %j as %s', (packet, frame) => {
    expect(new PacketEncoder().encode(packet)).toEqual([frame]);
  });
});
