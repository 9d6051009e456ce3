import { setTimeout as delay } from 'node:timers/promises';
import { authCommands } from '@devchitchat/contracts';
import { CommandClient, serverContext } from '@devchitchat/service-kit';

/** Milliseconds between retries while auth is unavailable. */
const retryAfterMs = 500;

/** The first admin's invite link. Waits for auth to answer; `undefined` once an account exists or `signal` is aborted. */
export async function firstAdminLink(
  commands: CommandClient,
  base: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  while (!signal.aborted) {
    const asking = serverContext();
    const reply = await commands.ask(authCommands.firstAdminInvite, {}, asking);
    if (reply.ok) return reply.value.token === null ? undefined : `${base}/#/invite/${reply.value.token}`;
    await delay(retryAfterMs, undefined, { ref: false });
  }
  return undefined;
}
