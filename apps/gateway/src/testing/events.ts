import type { AnyEvent } from '@devchitchat/contracts';

/** An event of some type, for specs in which only its recipients matter. */
export const anEvent: AnyEvent = {
  eventId: 2,
  prev: 1,
  ts: 1,
  actorUserId: null,
  scope: { kind: 'room', id: 'r_0000000000000000' },
  type: 'message.sent',
  trace: '0123456789abcdef',
  body: {},
  content: null,
};
