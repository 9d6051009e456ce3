import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { roomId, seq } from '../grammar/ids';

const service = 'messaging';
const scope = 'user';

export const dmHidden = defineEvent('dm.hidden', {
  service,
  scope,
  summary: 'A person hid a direct conversation from their list until its next message. Sent only to them.',
  body: z.object({ roomId, seq }),
});

export const dmShown = defineEvent('dm.shown', {
  service,
  scope,
  summary: 'A person opened a hidden direct conversation again. Sent only to them.',
  body: z.object({ roomId }),
});
