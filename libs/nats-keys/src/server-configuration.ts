import { encodeAccount, encodeOperator, type OperatorLimits } from '@nats-io/jwt';
import { botScope } from './bot-credentials';
import { keyPair, type Keyring } from './keyring';

const megabyte = 1024 * 1024;

/** -1 means no limit and an absent number means 0: no JetStream, no leaf nodes, no traffic between accounts. */
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
  /** host:port of its monitoring; if undefined, it is disabled. */
  readonly monitor?: string;
  /** Public keys of revoked users. */
  readonly revoked: readonly string[];
}

/** Revokes everything ever signed for a key: this time is later than any signature. */
const always = 2 ** 33;

/**
 * The complete nats-server.conf. It contains public keys and signed statements, but no secrets and no paths, so that the
 * same file serves a child process and a container.
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
