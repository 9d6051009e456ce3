import * as z from 'zod';
import { roomMembers, roomModerators, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { callId, peerId, roomId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { call, candidates, iceServers, incarnation, link, negotiation, sdp, stream, streamKind } from './model';
import { roomUnknown } from '../messaging/reasons';
import * as reasons from './reasons';

const service = 'signaling';
const done = z.object({});

/** From one peer to another, about one link between them. */
const between = { callId, peerId, toPeerId: peerId, incarnation };

export const rtcCallList = defineCommand('rtc.call_list', {
  service,
  summary: "Lists the calls in the caller's rooms, ordered by id.",
  input: z.strictObject(pageAfter(callId, limits.callsPerPage)),
  value: z.object({ calls: z.array(call).max(limits.callsPerPage), next: nextPage(callId) }),
  access: signedIn,
  rate: 'read',
  refusals: [],
});

export const rtcJoin = defineCommand('rtc.join', {
  service,
  summary:
    "Joins a room's call, and starts one if none is running. After any interruption, send it again with the same peer id: a peer that is still in the call stays in it on this device, and a peer that comes back neither starts a call nor joins a different one.",
  input: z.strictObject({
    roomId,
    /** Made by the browser for one stay in one call. A browser that comes back names the same one. */
    peerId,
    /** What this peer shows already, when it comes back. */
    streams: z.array(stream).max(2).default([]),
    /** A person has one seat in a call: takes it over from the device that has it. */
    takeOver: z.boolean().default(false),
    /** What this person chose before. Whoever is muted at another device of theirs in this call is muted here too. */
    muted: z.boolean().default(false),
    deafened: z.boolean().default(false),
  }),
  value: z.object({ call, iceServers }),
  access: roomMembers,
  rate: 'join',
  refusals: [
    roomUnknown,
    reasons.callBrowsersOnly,
    reasons.callUnknown,
    reasons.callPeerTaken,
    reasons.callEndedForAll,
    reasons.callEmpty,
    reasons.callLeft,
    reasons.callOut,
    reasons.callOnAnotherDevice,
    reasons.callFull,
  ],
});

export const rtcLeave = defineCommand('rtc.leave', {
  service,
  summary: 'Leaves a call. The call ends when the last person leaves.',
  input: z.strictObject({ callId, peerId }),
  value: done,
  access: roomMembers,
  rate: 'leave',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcEndCall = defineCommand('rtc.end_call', {
  service,
  summary:
    "Ends a call for everyone. Allowed for the room's owner and moderators, for admins if the room has no owner, and for everyone in a direct conversation.",
  input: z.strictObject({ callId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callModeratorsOnly],
});

export const rtcKeepAlive = defineCommand('rtc.keep_alive', {
  service,
  summary:
    'Answers `rtc.roll_call`, and reports lost links: a page also sends it unasked as soon as a link that was connected fails. A peer that answers none for 8 s is removed from the call, unless another peer reports a connected link to it. It may rejoin.',
  input: z.strictObject({
    callId,
    peerId,
    /** How this end's links to the others do, for who looks after the server. */
    links: z.array(link).max(limits.peersPerCall).default([]),
  }),
  value: done,
  access: roomMembers,
  rate: 'alive',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcVoiceSet = defineCommand('rtc.voice_set', {
  service,
  summary: 'Tells the others whether this peer is muted or deafened. A peer can only set its own state.',
  input: z.strictObject({ callId, peerId, muted: z.boolean(), deafened: z.boolean() }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcStreamPublish = defineCommand('rtc.stream_publish', {
  service,
  summary: 'Announces a camera or screen stream of this peer, so that the others know what the video is.',
  input: z.strictObject({ callId, peerId, stream }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcStreamUnpublish = defineCommand('rtc.stream_unpublish', {
  service,
  summary: 'Announces that this peer stopped a stream.',
  input: z.strictObject({ callId, peerId, kind: streamKind }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcOffer = defineCommand('rtc.offer', {
  service,
  summary: 'Relays an offer (a session description) to another peer of the same call.',
  input: z.strictObject({ ...between, negotiation, sdp }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself, reasons.signalDescriptions],
});

export const rtcAnswer = defineCommand('rtc.answer', {
  service,
  summary: 'Relays the answer to an offer to the peer that made the offer.',
  input: z.strictObject({ ...between, negotiation, sdp }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself, reasons.signalDescriptions],
});

export const rtcAskOffer = defineCommand('rtc.ask_offer', {
  service,
  summary: 'Asks another peer of the same call for an offer, because something changed on this side.',
  input: z.strictObject({
    ...between,
    /** A way between the two has to be looked for anew. */
    restart: z.boolean(),
  }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself],
});

export const rtcIce = defineCommand('rtc.ice', {
  service,
  summary: 'Relays network candidates to another peer of the same call.',
  input: z.strictObject({ ...between, candidates }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself, reasons.signalCandidates],
});

export const rtcIceServers = defineCommand('rtc.ice_servers', {
  service,
  summary: 'Returns fresh relay credentials for a peer of a call. The answer to `rtc.join` has the first ones.',
  input: z.strictObject({ callId, peerId }),
  value: iceServers,
  access: roomMembers,
  rate: 'read',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});
