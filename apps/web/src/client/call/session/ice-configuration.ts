import type { signalingCommands, ValueOf } from '@devchitchat/contracts';

type IceServers = ValueOf<typeof signalingCommands.rtcIceServers>;

export interface IceOptions {
  /** The host by which this browser knows the server. */
  readonly host: string;
  /** Nobody in the call shall learn this browser's network address. */
  readonly relayOnly: boolean;
}

/** Where links look for a way: this server's own STUN and relay, and nobody else's. */
export function iceConfiguration({ stunPort, relay }: IceServers, { host, relayOnly }: IceOptions): RTCConfiguration {
  const iceServers: RTCIceServer[] = [];
  if (stunPort !== null) iceServers.push({ urls: `stun:${host}:${String(stunPort)}` });
  if (relay) iceServers.push({ urls: relay.urls, username: relay.username, credential: relay.credential });
  return { iceServers, bundlePolicy: 'max-bundle', iceTransportPolicy: relayOnly ? 'relay' : 'all' };
}
