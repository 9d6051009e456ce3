import * as z from 'zod';
import { roomId, userId } from '../grammar/ids';
import { defineNotice } from '../grammar/notice';

export const typing = defineNotice('typing', {
  from: 'messaging',
  summary:
    'A member of a room is writing something in it. It counts for 5 s, or until their message comes. They themselves do not hear it.',
  data: z.object({ roomId, userId }),
});
