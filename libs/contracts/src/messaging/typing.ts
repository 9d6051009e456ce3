import * as z from 'zod';
import { roomId, userId } from '../grammar/ids';
import { defineNotice } from '../grammar/notice';

export const typing = defineNotice('typing', {
  from: 'messaging',
  summary:
    "A member is typing in a room. It counts for 5 s, or until their message arrives. Sent to the room's other members.",
  data: z.object({ roomId, userId }),
});
