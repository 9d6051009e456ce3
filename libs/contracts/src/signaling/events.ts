import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { callId, peerId, roomId, userId } from '../grammar/ids';
import { endReason, leavingReason, stream, streamKind, streamKinds, voiceState } from './model';

const service = 'signaling';
const scope = 'call';
const inCall = { callId, roomId };
const ofPeer = { ...inCall, peerId, userId };

export const callStarted = defineEvent('call.started', {
  service,
  scope,
  summary: "A call started in a room. This event and all others of the call are sent to the room's members.",
  body: z.object({ ...inCall, startedBy: userId }),
});

export const callJoined = defineEvent('call.joined', {
  service,
  scope,
  summary: 'A person joined the call.',
  body: z.object({ ...ofPeer, streams: z.array(stream).max(streamKinds.length), ...voiceState.shape }),
});

export const callLeft = defineEvent('call.left', {
  service,
  scope,
  summary:
    'A person is no longer in the call: they left, their device stopped responding (`silent`; it may come back), they joined on another device (`moved`), or they lost the right to be in it.',
  body: z.object({ ...ofPeer, reason: leavingReason }),
});

export const callEnded = defineEvent('call.ended', {
  service,
  scope,
  summary:
    'A call ended: the last person left, no one came back to it, a person ended it for everyone, or an update of the service lost it.',
  body: z.object({ ...inCall, reason: endReason }),
});

export const voiceChanged = defineEvent('voice.changed', {
  service,
  scope,
  summary: 'A person in the call muted, unmuted, deafened or undeafened themselves.',
  body: z.object({ ...ofPeer, ...voiceState.shape }),
});

export const streamPublished = defineEvent('stream.published', {
  service,
  scope,
  summary: 'A person in the call started a camera or screen stream.',
  body: z.object({ ...ofPeer, stream }),
});

export const streamUnpublished = defineEvent('stream.unpublished', {
  service,
  scope,
  summary: 'A person in the call stopped a stream.',
  body: z.object({ ...ofPeer, kind: streamKind }),
});
