import * as z from 'zod';

/** The settings of the whole server, which admins change and everyone may know. */
export const serverSettings = z.object({
  /** Whether members may create invites to the server, besides admins. */
  membersMayInvite: z.boolean(),
});
export type ServerSettings = z.infer<typeof serverSettings>;

/** The settings of a new server. */
export const usualServerSettings: ServerSettings = { membersMayInvite: false };
