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
  summary: "Lists the calls in one's rooms, by their ids.",
  input: z.strictObject(pageAfter(callId, limits.callsPerPage)),
  value: z.object({ calls: z.array(call).max(limits.callsPerPage), next: nextPage(callId) }),
  access: signedIn,
  rate: 'read',
  refusals: [],
});

export const rtcJoin = defineCommand('rtc.join', {
  service,
  summary:
    "Enters a room's call, and starts it where none is on. Say it again with the same peer id after any interruption: who is in stays in, on this device, and who comes back neither starts a call nor gets into another one.",
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
  summary: 'Leaves a call. The last one to leave ends it.',
  input: z.strictObject({ callId, peerId }),
  value: done,
  access: roomMembers,
  rate: 'leave',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcEndCall = defineCommand('rtc.end_call', {
  service,
  summary:
    'Ends a call for everybody in it: for the owner and mods of its room, for admins where the room has no owner, and for all in a direct conversation.',
  input: z.strictObject({ callId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callModeratorsOnly],
});

export const rtcKeepAlive = defineCommand('rtc.keep_alive', {
  service,
  summary:
    'Answers `rtc.roll_call`, and reports lost links: a page also sends it unasked as soon as a link that was connected fails. A peer that answers no roll call for 8 s is removed from the call, unless another peer reports a connected link to it. It may rejoin.',
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
  summary: 'Tells the others whether this peer is muted or deafened. Peers only say so of themselves.',
  input: z.strictObject({ callId, peerId, muted: z.boolean(), deafened: z.boolean() }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcStreamPublish = defineCommand('rtc.stream_publish', {
  service,
  summary: 'Says that this peer shows something, so that others know what the picture is.',
  input: z.strictObject({ callId, peerId, stream }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcStreamUnpublish = defineCommand('rtc.stream_unpublish', {
  service,
  summary: 'Says that this peer does not show it any more.',
  input: z.strictObject({ callId, peerId, kind: streamKind }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});

export const rtcOffer = defineCommand('rtc.offer', {
  service,
  summary: 'Passes a session description on to another peer of the same call.',
  input: z.strictObject({ ...between, negotiation, sdp }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself, reasons.signalDescriptions],
});

export const rtcAnswer = defineCommand('rtc.answer', {
  service,
  summary: 'Passes the answer to an offer on to the peer that made it.',
  input: z.strictObject({ ...between, negotiation, sdp }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself, reasons.signalDescriptions],
});

export const rtcAskOffer = defineCommand('rtc.ask_offer', {
  service,
  summary: 'Asks another peer of the same call to make an offer, because things changed on this side.',
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
  summary: 'Passes network candidates on to another peer of the same call.',
  input: z.strictObject({ ...between, candidates }),
  value: done,
  access: roomMembers,
  rate: 'signal',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours, reasons.signalToYourself, reasons.signalCandidates],
});

export const rtcIceServers = defineCommand('rtc.ice_servers', {
  service,
  summary: 'Gives a peer of a call fresh credentials for the relay; the first ones come with the answer to `rtc.join`.',
  input: z.strictObject({ callId, peerId }),
  value: iceServers,
  access: roomMembers,
  rate: 'read',
  refusals: [reasons.callUnknown, reasons.callPeerNotYours],
});
