import { join } from 'node:path';
import {
  messagingCommands as messaging,
  parseInput,
  subjects,
  type Actor,
  type Command,
  type DraftOf,
  type PublishedEvent,
  type ReplyTo,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { CommandClient, connectNats, randomTrace, silentLogger, type RunningService } from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder, until } from '@devchitchat/service-kit/testing';
import { service } from '../main';
import { startAuth } from './running-auth';

/** The real service on a real nats-server, with people in its lobby and a listener for its events. */
export async function startMessaging() {
  const folder = temporaryFolder();
  const server = await startNatsServer();
  const start = () => service.start({ DATA_DIR: folder.path, NATS_URL: server.url, LOG_LEVEL: 'silent' });
  let running: RunningService = await start();
  const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });
  const auth = await startAuth(join(folder.path, 'auth.sqlite'), nats);
  const client = new CommandClient(nats, silentLogger);
  const published: PublishedEvent[] = [];
  const asked = new Set<string>();
  nats.subscribe(subjects.eventsOf('messaging'), {
    callback: (_error, message) => void published.push(message.json<PublishedEvent>()),
  });
  await nats.flush();

  const ask = <C extends Command>(actor: Actor | null, command: C, input: DraftOf<C>): Promise<ReplyTo<C>> => {
    asked.add(command.name);
    const parsed = parseInput(command, input);
    if (!parsed.ok) return Promise.resolve(parsed);
    return client.ask(command, parsed.value, { actor, trace: randomTrace(), address: '127.0.0.1' });
  };
  const told = async <C extends Command>(actor: Actor, command: C, input: DraftOf<C>): Promise<ValueOf<C>> => {
    const reply = await ask(actor, command, input);
    if (!reply.ok) throw new Error(`${command.name}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  };
  const isInLobby = async (actor: Actor) => {
    const reply = await ask(actor, messaging.roomList, {});
    return reply.ok && reply.value.rooms.some(({ createdBy, joined }) => createdBy === null && joined);
  };

  return {
    file: join(folder.path, 'messaging.sqlite'),
    nats,
    /** The commands that were sent so far. */
    asked,
    ask,
    /** The value of a reply that must not be a refusal. */
    told,
    rename: auth.rename,
    createBot: (handle: string) => auth.createBot(handle),
    revokeBot: auth.revokeBot,
    disable: auth.disable,
    enable: auth.enable,
    deleteUser: auth.deleteUser,
    setRole: auth.setRole,
    /** Registers a person, and resolves once they are in the lobby. */
    async newcomer(handle: string, role?: Actor['role']): Promise<Actor> {
      const actor = await auth.register(handle, role);
      await until(() => isInLobby(actor));
      return actor;
    },
    /** The events that the person received so far. */
    async heardBy({ userId }: { readonly userId: UserId }) {
      await nats.flush();
      return published
        .filter(({ audience }) => audience === 'everyone' || audience.includes(userId))
        .map(({ event }) => event);
    },
    stop: () => running.stop(),
    async start(): Promise<void> {
      running = await start();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await running.stop();
      await nats.close();
      await auth.stop();
      await server[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

export type RunningMessaging = Awaited<ReturnType<typeof startMessaging>>;
