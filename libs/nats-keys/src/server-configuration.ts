import { encodeAccount, encodeOperator, type OperatorLimits } from '@nats-io/jwt';
import { botScope } from './bot-credentials';
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

export interface ServerOptions {
  /** host:port that nats-server listens on. */
  readonly listen: string;
  /** host:port of its own monitoring; nothing, and there is none. */
  readonly monitor?: string;
  /** Public keys of users who are not let in any more. */
  readonly revoked: readonly string[];
}

/** Revokes whatever was ever signed for a key: its time lies after every signature there can be. */
const always = 2 ** 33;

/**
 * The whole nats-server.conf. It holds public keys and signed statements, no secret, and names no path, so that the same
 * file serves a child process and a container.
 */
export async function serverConfiguration(keyring: Keyring, options: ServerOptions): Promise<string> {
  const { listen, monitor, revoked } = options;
  const operator = keyPair(keyring.operator);
  const system = keyPair(keyring.system);
  const account = keyPair(keyring.account);
  const systemJwt = await encodeAccount('SYS', system, { limits }, { signer: operator });
  const claims = {
    limits,
    signing_keys: [botScope(keyring.botSigner)],
    revocations: Object.fromEntries(revoked.map((publicKey) => [publicKey, always])),
  };
  const accountJwt = await encodeAccount('devchitchat', account, claims, { signer: operator });
  const operatorJwt = await encodeOperator('devchitchat', operator, { system_account: system.getPublicKey() });
  return `# Written anew on every start: changes made here are lost.
server_name: devchitchat
listen: "${listen}"
${monitor === undefined ? '' : `http: "${monitor}"\n`}max_payload: ${megabyte}
operator: ${operatorJwt}
resolver: MEMORY
resolver_preload: {
  ${system.getPublicKey()}: ${systemJwt}
  ${account.getPublicKey()}: ${accountJwt}
}
`;
}
