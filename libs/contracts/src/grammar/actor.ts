import * as z from 'zod';
import { sessionId, userId } from './ids';

/** What a person may do on the whole server. What they may do in a room is their room role. */
export const serverRoles = ['admin', 'member'] as const;
export const serverRole = z.enum(serverRoles);
export type ServerRole = z.infer<typeof serverRole>;

/**
 * Who is asking. The gateway derives it from the session, or for a bot from the subject it speaks on; a client can never
 * say it. `sessionId` is `null` for a bot, which has credentials instead.
 */
export const actor = z.object({ userId, sessionId: sessionId.nullable(), role: serverRole });
export type Actor = z.infer<typeof actor>;

/** Somebody at a browser. */
export const sessionActor = actor.extend({ sessionId });
export type SessionActor = z.infer<typeof sessionActor>;
