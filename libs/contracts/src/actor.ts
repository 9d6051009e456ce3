import * as z from 'zod';
import { sessionId, userId } from './ids';

/** What a person may do on the whole server. What they may do in a room is their room role. */
export const serverRoles = ['admin', 'member'] as const;
export const serverRole = z.enum(serverRoles);
export type ServerRole = z.infer<typeof serverRole>;

/** Who is asking. The gateway derives it from the session; a client can never say it. */
export const actor = z.object({ userId, sessionId, role: serverRole });
export type Actor = z.infer<typeof actor>;
