import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { roomId, seq } from '../grammar/ids';

const service = 'messaging';
const scope = 'user';

export const dmHidden = defineEvent('dm.hidden', {
  service,
  scope,
  summary:
    'Somebody does not want to see a direct conversation in their list, until more than this is said in it. They alone hear it.',
  body: z.object({ roomId, seq }),
});

export const dmShown = defineEvent('dm.shown', {
  service,
  scope,
  summary: 'Somebody has a direct conversation in their list again, because they opened it. They alone hear it.',
  body: z.object({ roomId }),
});
