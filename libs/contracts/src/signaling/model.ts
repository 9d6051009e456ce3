import * as z from 'zod';
import { callId, eventId, peerId, roomId, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { textUpTo } from '../grammar/text';

/** The kinds of stream. A voice is not a stream: every peer has one, muted or not. */
export const streamKinds = ['camera', 'screen'] as const;
export const streamKind = z.enum(streamKinds);
export type StreamKind = z.infer<typeof streamKind>;

export const stream = z.strictObject({
  kind: streamKind,
  /** True if the stream has sound. */
  sound: z.boolean(),
});
export type Stream = z.infer<typeof stream>;

/** A peer's microphone and sound state. `deafened` implies `muted`. */
const voice = { muted: z.boolean(), deafened: z.boolean() };
export const voiceState = z.object(voice);
export type VoiceState = z.infer<typeof voiceState>;

export const peer = z.object({
  peerId,
  userId,
  joinedAt: timestamp,
  ...voice,
  /** At most one per kind. */
  streams: z.array(stream).max(streamKinds.length),
});
export type Peer = z.infer<typeof peer>;

export const call = z.object({
  callId,
  roomId,
  startedBy: userId,
  startedAt: timestamp,
  /** In the order of joining. */
  peers: z.array(peer).max(limits.peersPerCall),
  /** The latest silent peers: no longer in the call, but they may come back to it. */
  away: z.array(peer).max(limits.awayPerCall),
  /** The call's last event; this state reflects everything up to it. */
  head: eventId,
});
export type Call = z.infer<typeof call>;

/** Why a peer left a call. Only after `silent` may it come back without the user joining again. */
export const leavingReason = z.enum(['self', 'silent', 'room_left', 'moved', 'signed_out', 'disabled', 'deleted']);
export type LeavingReason = z.infer<typeof leavingReason>;

export const endReason = z.enum(['empty', 'ended', 'restart']);
export type EndReason = z.infer<typeof endReason>;

/**
 * The state of a link between two peers, as one end sees it. `interrupted`: it was connected and may reconnect on its
 * own. `unreachable`: it did not connect in time; the peers keep trying.
 */
export const linkState = z.enum(['connecting', 'connected', 'interrupted', 'unreachable']);
export type LinkState = z.infer<typeof linkState>;

export const link = z.strictObject({ toPeerId: peerId, state: linkState });
export type Link = z.infer<typeof link>;

/** A WebRTC session description. Relayed, never read and never stored. */
export const sdp = textUpTo(limits.signalBytes);

/**
 * The connection between two peers that a signal belongs to. Each end increments it for a new one; an end that receives a
 * higher number than its own also creates a new one, and ignores signals with a lower one.
 */
export const incarnation = z.number().int().min(1).max(1_000_000);

/** Numbers a peer's offers to another peer. An answer repeats its offer's number. */
export const negotiation = z.number().int().nonnegative();

/** WebRTC's `RTCIceCandidateInit`. */
export const candidate = z.strictObject({
  candidate: z.string().max(1_024),
  sdpMid: z.string().max(16).nullable(),
  sdpMLineIndex: z.number().int().nonnegative().nullable(),
  usernameFragment: z.string().max(256).nullable(),
});

export type Candidate = z.infer<typeof candidate>;

export const candidates = z.array(candidate).min(1).max(limits.candidatesPerNegotiation);

/** A TURN server, with credentials for this person. */
export const relay = z.object({
  urls: z.array(z.string()).max(20),
  /** `<expiry in seconds since 1970>:<user id>` */
  username: z.string(),
  credential: z.string(),
  expiresInSeconds: z.number().int(),
});
export type Relay = z.infer<typeof relay>;

/** The servers that help two browsers connect. */
export const iceServers = z.object({
  /** UDP port of the STUN responder, on the host name that the browser uses for this server. */
  stunPort: z.number().int().nullable(),
  relay: relay.nullable(),
});
export type IceServers = z.infer<typeof iceServers>;
