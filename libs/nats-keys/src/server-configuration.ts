import { encodeAccount, encodeOperator, type OperatorLimits } from '@nats-io/jwt';
import { keyPair, type Keyring } from './keyring';

const megabyte = 1024 * 1024;

/** -1 is "no limit" and an absent number is 0: no JetStream, no leaf nodes, no traffic between accounts. */
const limits: OperatorLimits = {
  subs: -1,
  data: -1,
  payload: megabyte,
  conn: -1,
  leaf: 0,
  imports: 0,
  exports: 0,
  wildcards: false,
  disallow_bearer: true,
};

/**
 * The whole nats-server.conf. It holds public keys and signed statements, no secret, and names no path, so that the same
 * file serves a child process and a container.
 *
 * @param listen host:port that nats-server listens on.
 */
export async function serverConfiguration(keyring: Keyring, listen: string): Promise<string> {
  const operator = keyPair(keyring.operator);
  const system = keyPair(keyring.system);
  const account = keyPair(keyring.account);
  const systemJwt = await encodeAccount('SYS', system, { limits }, { signer: operator });
  const accountJwt = await encodeAccount('devchitchat', account, { limits }, { signer: operator });
  const operatorJwt = await encodeOperator('devchitchat', operator, { system_account: system.getPublicKey() });
  return `# Written anew on every start: changes made here are lost.
server_name: devchitchat
listen: "${listen}"
max_payload: ${megabyte}
operator: ${operatorJwt}
resolver: MEMORY
resolver_preload: {
  ${system.getPublicKey()}: ${systemJwt}
  ${account.getPublicKey()}: ${accountJwt}
}
`;
}
