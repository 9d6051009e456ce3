import * as z from 'zod';
import { callId, peerId, userId } from '../grammar/ids';
import { defineNotice } from '../grammar/notice';
import { candidates, incarnation, negotiation, sdp } from './model';

/** The server fills in the sender; a client can't choose it. */
const relayed = { callId, toPeerId: peerId, fromPeerId: peerId, fromUserId: userId, incarnation };

export const rtcOfferEvent = defineNotice('rtc.offer_event', {
  from: 'signaling',
  summary: 'Another peer sends an offer. Sent only to the device it is for.',
  data: z.object({ ...relayed, negotiation, sdp }),
});

export const rtcAnswerEvent = defineNotice('rtc.answer_event', {
  from: 'signaling',
  summary: 'Another peer answers an offer. Sent only to the device it is for.',
  data: z.object({ ...relayed, negotiation, sdp }),
});

export const rtcAskOfferEvent = defineNotice('rtc.ask_offer_event', {
  from: 'signaling',
  summary: 'Another peer asks for an offer. Sent only to the device it is for.',
  data: z.object({ ...relayed, restart: z.boolean() }),
});

export const rtcIceEvent = defineNotice('rtc.ice_event', {
  from: 'signaling',
  summary: 'Another peer sends its network candidates. Sent only to the device they are for.',
  data: z.object({ ...relayed, candidates }),
});

export const rtcLivenessCheck = defineNotice('rtc.liveness_check', {
  from: 'signaling',
  summary: 'Liveness check, every 2 s, to the devices in a call. They answer with `rtc.keep_alive`.',
  data: z.object({ callId }),
});
