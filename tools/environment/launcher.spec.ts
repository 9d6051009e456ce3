import { readEnvironment } from '@devchitchat/service-kit';
import { gatewayEnvironment } from '../../apps/gateway/src/environment/environment';
import { readSettings } from '../start/settings.mjs';

type Variables = Record<string, string>;

const inLauncher = (variables: Variables) => readSettings(variables) as Record<string, unknown>;
const inGateway = (variables: Variables) => readEnvironment(gatewayEnvironment, variables);

function refusal(read: (variables: Variables) => unknown, variables: Variables): string | undefined {
  try {
    read(variables);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('npm start and the gateway', () => {
  it.each<Variables>([
    { HOST: 'a b' },
    { NATS_URL: 'nats://' },
    { LOG_LEVEL: 'loud' },
    { TLS: 'on' },
    { DOMAIN: 'https://chat' },
    { PUBLIC_URL: 'https://chat.example.org/path' },
    { TLS: 'local', HTTP_PORT: '8443' },
    { TLS: 'local', PUBLIC_URL: 'http://box.lan' },
    { TLS: 'local', DOMAIN: 'chat.example.org' },
  ])('refuse %j with the same sentence', (variables) => {
    const sentence = refusal(inLauncher, variables);
    expect(sentence).toMatch(/^[A-Z_]+ must .*"\.$/);
    expect(`${refusal(inGateway, variables)}.`).toBe(sentence);
  });

  it.each<Variables>([
    {},
    { PORT: '9000', HOST: 'box.lan' },
    { TLS: 'local' },
    { TLS: 'local', HTTP_PORT: '80', PORT: '443' },
    { DOMAIN: 'Chat.example.org' },
    { PUBLIC_URL: 'https://Chat.example.org/' },
  ])('listen on the same ports and address for %j', (variables) => {
    const { port, host, publicUrl, httpPort } = inLauncher(variables);
    const gateway = inGateway(variables);
    expect(gateway).toMatchObject({ PORT: port, HOST: host, PUBLIC_URL: publicUrl });
    expect(gateway.TLS === 'local' ? gateway.HTTP_PORT : undefined).toBe(httpPort);
  });
});
