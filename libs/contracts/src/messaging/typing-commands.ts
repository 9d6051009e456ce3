import * as z from 'zod';
import { bots, roomSpeakers } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId } from '../grammar/ids';
import * as reasons from './reasons';

export const typingStart = defineCommand('typing.start', {
  service: 'messaging',
  summary:
    'Tells a room that the caller is typing. Clients repeat it while typing, at most every 500 ms. Never stored.',
  input: z.strictObject({ roomId }),
  value: z.object({}),
  access: { ...roomSpeakers, ...bots },
  rate: 'typing',
  refusals: [reasons.roomUnknown, reasons.roomMuted],
});
