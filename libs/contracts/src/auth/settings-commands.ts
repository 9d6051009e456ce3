import * as z from 'zod';
import { adminsOnly } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { problems } from '../grammar/problems';
import { serverSettings } from './settings';

export const serverSettingsUpdate = defineCommand('server.settings_update', {
  service: 'auth',
  summary:
    "Changes the server's settings. When members may no longer invite, their open invites are revoked; people who joined with them stay.",
  input: z
    .strictObject(serverSettings.partial().shape)
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
      message: problems.changes_nothing,
    }),
  value: z.object({}),
  access: adminsOnly,
  rate: 'change',
  refusals: [],
});
