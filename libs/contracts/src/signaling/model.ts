import * as z from 'zod';
import { callId, eventId, peerId, roomId, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { textUpTo } from '../grammar/text';

/** What somebody may show. A voice is no stream: it is there from joining on, muted or not. */
export const streamKinds = ['camera', 'screen'] as const;
export const streamKind = z.enum(streamKinds);
export type StreamKind = z.infer<typeof streamKind>;

export const stream = z.strictObject({
  kind: streamKind,
  /** What is shown can be heard, too. */
  sound: z.boolean(),
});
export type Stream = z.infer<typeof stream>;

/** What people chose for their own microphone and ears. `deafened` people hear nobody, and are muted too. */
const voice = { muted: z.boolean(), deafened: z.boolean() };
export const voiceState = z.object(voice);
export type VoiceState = z.infer<typeof voiceState>;

export const peer = z.object({
  peerId,
  userId,
  joinedAt: timestamp,
  ...voice,
  /** At most one of a kind. */
  streams: z.array(stream).max(streamKinds.length),
});
export type Peer = z.infer<typeof peer>;

export const call = z.object({
  callId,
  roomId,
  startedBy: userId,
  startedAt: timestamp,
  /** In the order in which they joined. */
  peers: z.array(peer).max(limits.peersPerCall),
  /** Nobody hears of their devices. They are not in the call, and may come back to it. The latest ones. */
  away: z.array(peer).max(limits.awayPerCall),
  /** The call's last event; everything up to it is in here. */
  head: eventId,
});
export type Call = z.infer<typeof call>;

/** Why somebody is out of a call. After any reason but `silent` they cannot come back by themselves. */
export const leavingReason = z.enum(['self', 'silent', 'room_left', 'moved', 'signed_out', 'disabled', 'deleted']);
export type LeavingReason = z.infer<typeof leavingReason>;

export const endReason = z.enum(['empty', 'ended', 'restart']);
export type EndReason = z.infer<typeof endReason>;

/**
 * How the link between two peers does, as one end of it sees it. `interrupted`: it stood, and may come back by itself.
 * `unreachable`: it did not come to stand in time; it goes on being tried.
 */
export const linkState = z.enum(['connecting', 'connected', 'interrupted', 'unreachable']);
export type LinkState = z.infer<typeof linkState>;

export const link = z.strictObject({ toPeerId: peerId, state: linkState });
export type Link = z.infer<typeof link>;

/** A session description, as WebRTC makes them. It is passed on, never read and never stored. */
export const sdp = textUpTo(limits.signalBytes);

/**
 * Which connection between two peers a signal is about. Each end counts up when it makes a new one; the end that hears a
 * higher number than its own makes a new one, too, and what is about a lower one is of the past.
 */
export const incarnation = z.number().int().min(1).max(1_000_000);

/** The number that a peer gives each of its offers to another. An answer names the one it answers. */
export const negotiation = z.number().int().nonnegative();

/** What WebRTC calls `RTCIceCandidateInit`. */
export const candidate = z.strictObject({
  candidate: z.string().max(1_024),
  sdpMid: z.string().max(16).nullable(),
  sdpMLineIndex: z.number().int().nonnegative().nullable(),
  usernameFragment: z.string().max(256).nullable(),
});

export type Candidate = z.infer<typeof candidate>;

export const candidates = z.array(candidate).min(1).max(limits.candidatesPerNegotiation);

/** A server that relays what cannot go directly, with credentials of this person's own. */
export const relay = z.object({
  urls: z.array(z.string()).max(20),
  /** `<expiry in seconds since 1970>:<user id>` */
  username: z.string(),
  credential: z.string(),
  expiresInSeconds: z.number().int(),
});
export type Relay = z.infer<typeof relay>;

/** What finds the way between two browsers. */
export const iceServers = z.object({
  /** UDP port of the STUN responder, on the host by which the browser knows this server. */
  stunPort: z.number().int().nullable(),
  relay: relay.nullable(),
});
export type IceServers = z.infer<typeof iceServers>;
