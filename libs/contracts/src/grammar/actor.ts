import * as z from 'zod';
import { sessionId, userId } from './ids';

/** A person's role on the whole server. Rights in a room depend on the room role. */
export const serverRoles = ['admin', 'member'] as const;
export const serverRole = z.enum(serverRoles);
export type ServerRole = z.infer<typeof serverRole>;

/**
 * The caller of a command. The gateway derives it from the session, or for a bot from its NATS subject; a client can
 * never set it. `sessionId` is `null` for a bot, which has credentials instead.
 */
export const actor = z.object({ userId, sessionId: sessionId.nullable(), role: serverRole });
export type Actor = z.infer<typeof actor>;

/** An actor with a browser session. */
export const sessionActor = actor.extend({ sessionId });
export type SessionActor = z.infer<typeof sessionActor>;
