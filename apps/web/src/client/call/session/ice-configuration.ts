import type { signalingCommands, ValueOf } from '@devchitchat/contracts';

type IceServers = ValueOf<typeof signalingCommands.rtcIceServers>;

export interface IceOptions {
  /** The server's host name as this browser uses it. */
  readonly host: string;
  /** Hides the user's IP address from other peers. */
  readonly relayOnly: boolean;
}

/** The ICE servers of links: only this server's own STUN and TURN. */
export function iceConfiguration({ stunPort, relay }: IceServers, { host, relayOnly }: IceOptions): RTCConfiguration {
  const iceServers: RTCIceServer[] = [];
  if (stunPort !== null) iceServers.push({ urls: `stun:${host}:${String(stunPort)}` });
  if (relay) iceServers.push({ urls: relay.urls, username: relay.username, credential: relay.credential });
  return { iceServers, bundlePolicy: 'max-bundle', iceTransportPolicy: relayOnly ? 'relay' : 'all' };
}
