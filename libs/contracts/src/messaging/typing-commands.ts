import * as z from 'zod';
import { bots, roomSpeakers } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId } from '../grammar/ids';
import * as reasons from './reasons';

export const typingStart = defineCommand('typing.start', {
  service: 'messaging',
  summary:
    'Says that one is writing something in a room: at most every 500 ms, for as long as one does. It is kept nowhere.',
  input: z.strictObject({ roomId }),
  value: z.object({}),
  access: { ...roomSpeakers, ...bots },
  rate: 'typing',
  refusals: [reasons.roomUnknown, reasons.roomMuted],
});
