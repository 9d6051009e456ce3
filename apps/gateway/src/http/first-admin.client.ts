import { setTimeout as delay } from 'node:timers/promises';
import { authCommands } from '@devchitchat/contracts';
import { CommandClient, serverContext } from '@devchitchat/service-kit';

/** Milliseconds between two questions while auth is not there. */
const retryAfter = 500;

/**
 * The link with which the first admin comes in. Waits for auth to answer; `undefined` once there is somebody, or when
 * `signal` says that nobody waits any more.
 */
export async function firstAdminLink(
  commands: CommandClient,
  base: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  while (!signal.aborted) {
    const asking = serverContext();
    const reply = await commands.ask(authCommands.firstAdminInvite, {}, asking);
    if (reply.ok) return reply.value.token === null ? undefined : `${base}/#/invite/${reply.value.token}`;
    await delay(retryAfter, undefined, { ref: false });
  }
  return undefined;
}
