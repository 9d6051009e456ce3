import { commonEnvironment } from '@devchitchat/service-kit';
import { z } from 'zod';

const amount = () => z.coerce.number('is not a number').positive('is not above 0');

/** Messaging's environment variables, in addition to those of every process. */
export const messagingEnvironment = commonEnvironment.extend({
  FILE_MAX_MB: amount()
    .max(10_000, 'is above 10000')
    .default(25)
    .describe('the largest file of a message in MB, up to 10000'),
  FILES_MAX_GB: amount()
    .optional()
    .describe('the most that all files together take, in GB; by default, as much as the disk has room for'),
  FILES_MAX_GB_PER_PERSON: amount()
    .optional()
    .describe('the most that the files of one person take, in GB; by default without a limit'),
});
export type MessagingEnvironment = z.infer<typeof messagingEnvironment>;
