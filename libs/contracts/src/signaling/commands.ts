import * as z from 'zod';
import { roomMembers, roomModerators, signedIn } from '../access';
import { defineCommand } from '../command';
import { callId, peerId, roomId } from '../ids';
import { limits } from '../limits';
import { call, candidates, link, negotiation, relay, sdp, stream, streamKind } from './model';

const service = 'signaling';
const nothing = z.strictObject({});
const done = z.object({});

const noSuchRoom = 'There is no such room, or you are not in it.';
const noSuchCall = 'There is no such call, or you are not in its room.';
const notYou = 'That peer is somebody else, or another device.';
const noSuchPeer = 'There is no such call or peer, or you are not in it.';

export const rtcCallList = defineCommand('rtc.call_list', {
  service,
  summary: "Lists the calls in one's rooms, whole.",
  input: nothing,
  value: z.object({ calls: z.array(call) }),
  access: signedIn,
  rate: 'read',
  refusals: {},
});

export const rtcCallCreate = defineCommand('rtc.call_create', {
  service,
  summary: 'Starts a call in a room, or finds the one that is on. A call that nobody joins ends by itself.',
  input: z.strictObject({ roomId }),
  value: z.object({ call }),
  access: roomMembers,
  rate: 'change',
  refusals: { not_found: noSuchRoom },
});

export const rtcJoin = defineCommand('rtc.join', {
  service,
  summary:
    'Enters a call. Say it again with the same peer id after any interruption: who is in already stays in, on this device.',
  input: z.strictObject({
    callId,
    peerId,
    /** What this peer shows already, when it comes back. */
    streams: z.array(stream).max(2).default([]),
  }),
  value: z.object({ call }),
  access: roomMembers,
  rate: 'change',
  refusals: {
    not_found: noSuchCall,
    conflict: `The peer id is somebody else's, or ${limits.peersPerCall} are in the call already.`,
  },
});

export const rtcLeave = defineCommand('rtc.leave', {
  service,
  summary: 'Leaves a call. The last one to leave ends it.',
  input: z.strictObject({ callId, peerId }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: { not_found: noSuchCall, forbidden: notYou },
});

export const rtcEndCall = defineCommand('rtc.end_call', {
  service,
  summary: 'Ends a call for everybody in it.',
  input: z.strictObject({ callId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: { not_found: noSuchCall, forbidden: 'Only the owner and mods of the room end a call for others.' },
});

export const rtcKeepAlive = defineCommand('rtc.keep_alive', {
  service,
  summary: 'Answers `rtc.roll_call`. A peer that answers none for 8 s is out of the call.',
  input: z.strictObject({
    callId,
    peerId,
    /** How this end's links to the others do, for who looks after the server. */
    links: z.array(link).max(limits.peersPerCall).default([]),
  }),
  value: done,
  access: roomMembers,
  rate: 'read',
  refusals: { not_found: noSuchPeer, forbidden: notYou },
});

export const rtcStreamPublish = defineCommand('rtc.stream_publish', {
  service,
  summary: 'Says that this peer shows something, so that others know what the picture is.',
  input: z.strictObject({ callId, peerId, stream }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: { not_found: noSuchPeer, forbidden: notYou },
});

export const rtcStreamUnpublish = defineCommand('rtc.stream_unpublish', {
  service,
  summary: 'Says that this peer does not show it any more.',
  input: z.strictObject({ callId, peerId, kind: streamKind }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: { not_found: noSuchPeer, forbidden: notYou },
});

export const rtcOffer = defineCommand('rtc.offer', {
  service,
  summary: 'Passes a session description on to another peer of the same call.',
  input: z.strictObject({ callId, peerId, toPeerId: peerId, negotiation, sdp }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: { not_found: noSuchPeer, forbidden: notYou },
});

export const rtcAnswer = defineCommand('rtc.answer', {
  service,
  summary: 'Passes the answer to an offer on to the peer that made it.',
  input: z.strictObject({ callId, peerId, toPeerId: peerId, negotiation, sdp }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: { not_found: noSuchPeer, forbidden: notYou },
});

export const rtcAskOffer = defineCommand('rtc.ask_offer', {
  service,
  summary: 'Asks another peer of the same call to make an offer, because things changed on this side.',
  input: z.strictObject({
    callId,
    peerId,
    toPeerId: peerId,
    /** A way between the two has to be looked for anew. */
    restart: z.boolean(),
  }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: { not_found: noSuchPeer, forbidden: notYou },
});

export const rtcIce = defineCommand('rtc.ice', {
  service,
  summary: 'Passes network candidates on to another peer of the same call.',
  input: z.strictObject({ callId, peerId, toPeerId: peerId, candidates }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: {
    not_found: noSuchPeer,
    forbidden: notYou,
    too_large: `More than ${limits.candidatesPerNegotiation} candidates since the last offer or answer to that peer.`,
  },
});

export const rtcIceServers = defineCommand('rtc.ice_servers', {
  service,
  summary: "Gives what finds the way between two browsers: this server's STUN, and fresh credentials for its relay.",
  input: nothing,
  value: z.object({
    /** UDP port of the STUN responder, on the host by which the browser knows this server. */
    stunPort: z.number().int().nullable(),
    relay: relay.nullable(),
  }),
  access: signedIn,
  rate: 'read',
  refusals: {},
});
