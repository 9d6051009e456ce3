import * as z from 'zod';
import { roomId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { defineNotice } from '../grammar/notice';
import { readMark } from './reading';

export const readMoved = defineNotice('read.moved', {
  from: 'messaging',
  summary:
    'Read marks of a room moved, up or down. Sent to its members. A client that missed it gets the marks with its next `sync`.',
  data: z.object({ roomId, marks: z.array(readMark).max(limits.marksAtOnce) }),
});
