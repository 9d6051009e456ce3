import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { silentLogger } from '@devchitchat/service-kit';
import { freePort } from '@devchitchat/service-kit/testing';
import { sampleRequest } from '../testing/rfc5769';
import { xorMappedAddress } from './mapped-address';
import { decode } from './stun-message';
import { StunResponder } from './stun-responder.udp';

const HOST = '127.0.0.1';

async function standing(port: number | null): Promise<StunResponder> {
  const responder = new StunResponder({ HOST, STUN_PORT: port }, silentLogger);
  await responder.onApplicationBootstrap();
  return responder;
}

async function ask(port: number, datagram: Buffer) {
  const socket = createSocket('udp4').bind(0, HOST);
  await once(socket, 'listening');
  const answered = once(socket, 'message') as Promise<[Buffer]>;
  socket.send(datagram, port, HOST);
  const [answer] = await answered;
  const from = { address: HOST, port: socket.address().port };
  socket.close();
  return { answer: decode(answer), from };
}

describe('the STUN responder', () => {
  it("answers with the client's address, also after invalid datagrams", async () => {
    const responder = await standing(await freePort());
    const nonsense = createSocket('udp4');
    nonsense.send(Buffer.from('nonsense'), responder.port!, HOST, () => nonsense.close());
    const { answer, from } = await ask(responder.port!, sampleRequest);
    expect(answer?.attributes[0]?.value).toEqual(xorMappedAddress(from, answer!.transactionId));
    responder.onApplicationShutdown();
    expect(responder.port).toBeNull();
  });

  it('is disabled if its port is taken', async () => {
    const first = await standing(await freePort());
    expect((await standing(first.port)).port).toBeNull();
    first.onApplicationShutdown();
  });

  it('can be disabled', async () => {
    expect((await standing(null)).port).toBeNull();
  });
});
