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
  summary: 'A call is on in a room. Its members hear it, as they hear all that follows.',
  body: z.object({ ...inCall, startedBy: userId }),
});

export const callJoined = defineEvent('call.joined', {
  service,
  scope,
  summary: 'Somebody is in the call from now on.',
  body: z.object({ ...ofPeer, streams: z.array(stream).max(streamKinds.length), ...voiceState.shape }),
});

export const callLeft = defineEvent('call.left', {
  service,
  scope,
  summary:
    'Somebody is out of the call: they left, nobody heard of their device (`silent`; it may come back), they are in it on another device (`moved`), or they lost the right to be in it.',
  body: z.object({ ...ofPeer, reason: leavingReason }),
});

export const callEnded = defineEvent('call.ended', {
  service,
  scope,
  summary:
    'A call is over: the last one left or nobody came back to it, somebody ended it, or an update of the service lost it.',
  body: z.object({ ...inCall, reason: endReason }),
});

export const voiceChanged = defineEvent('voice.changed', {
  service,
  scope,
  summary: 'Somebody in the call muted or deafened themselves, or undid it.',
  body: z.object({ ...ofPeer, ...voiceState.shape }),
});

export const streamPublished = defineEvent('stream.published', {
  service,
  scope,
  summary: 'Somebody in the call shows something.',
  body: z.object({ ...ofPeer, stream }),
});

export const streamUnpublished = defineEvent('stream.unpublished', {
  service,
  scope,
  summary: 'Somebody in the call does not show it any more.',
  body: z.object({ ...ofPeer, kind: streamKind }),
});
