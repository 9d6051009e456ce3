import * as z from 'zod';
import { defineEvent } from '../event';
import { callId, peerId, roomId, userId } from '../ids';
import { stream, streamKind } from './model';

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
  body: z.object({ ...ofPeer, streams: z.array(stream) }),
});

export const callLeft = defineEvent('call.left', {
  service,
  scope,
  summary: 'Somebody is not in the call any more: they left, nothing was heard of their device, or they left the room.',
  body: z.object({ ...ofPeer, reason: z.enum(['self', 'silent', 'room_left']) }),
});

export const callEnded = defineEvent('call.ended', {
  service,
  scope,
  summary:
    'A call is over: the last one left, somebody ended it, or the service was started anew and whoever is there joins again.',
  body: z.object({ ...inCall, reason: z.enum(['empty', 'ended', 'restart']) }),
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
