import { readFileSync } from 'node:fs';
import type { SignalingEnvironment } from '../environment/environment';

export interface TurnServer {
  readonly urls: string[];
  /** The secret shared with the TURN server. */
  readonly secret: string;
}

type Variables = Pick<
  SignalingEnvironment,
  'TURN_URLS' | 'TURN_HOST' | 'TURN_PORT' | 'TURN_SECRET' | 'TURN_SECRET_FILE'
>;

/**
 * The TURN server configured in the environment, or `null`.
 *
 * @throws if the file with its secret cannot be read
 */
export function turnServerOf(variables: Variables): TurnServer | null {
  const {
    TURN_HOST: host,
    TURN_PORT: port,
    TURN_URLS: urls = host === undefined ? [] : urlsOf(host, port),
  } = variables;
  if (urls.length === 0) return null;
  const { TURN_SECRET_FILE: file, TURN_SECRET: secret = file === undefined ? '' : readFileSync(file, 'utf8').trim() } =
    variables;
  return { urls, secret };
}

const urlsOf = (host: string, port: number) => ['udp', 'tcp'].map((way) => `turn:${host}:${port}?transport=${way}`);
