import { join } from 'node:path';
import {
  parseInput,
  signalingCommands as signaling,
  signalingNotices,
  subjects,
  type Actor,
  type CallId,
  type Command,
  type DraftOf,
  type PeerId,
  type PublishedEvent,
  type PublishedNotice,
  type ReplyTo,
  type RoomId,
  type ValueOf,
} from '@devchitchat/contracts';
import { CommandClient, connectNats, randomTrace, silentLogger, type RunningService } from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder } from '@devchitchat/service-kit/testing';
import { service } from '../main';
import { actorOf, ada, bob, newPeer, otherDevice } from './people';
import { startAuth } from './running-auth';
import { startMessaging } from './running-messaging';

/** The real service on a real nats-server, with rooms, and recording what it publishes. */
export async function startSignaling(environment: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder();
  const server = await startNatsServer();
  const variables = { DATA_DIR: folder.path, NATS_URL: server.url, LOG_LEVEL: 'silent', STUN_PORT: 'off' };
  const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });
  const messaging = await startMessaging(join(folder.path, 'messaging.sqlite'), nats);
  const auth = await startAuth(join(folder.path, 'auth.sqlite'), nats);
  const start = () => service.start({ ...variables, ...environment });
  let running: RunningService = await start();
  const client = new CommandClient(nats, silentLogger);
  const events: PublishedEvent[] = [];
  const notices: PublishedNotice[] = [];
  const asked = new Set<string>();
  nats.subscribe(subjects.eventsOf('signaling'), {
    callback: (_error, message) => void events.push(message.json<PublishedEvent>()),
  });
  for (const { name } of Object.values(signalingNotices)) {
    nats.subscribe(subjects.notice('signaling', name), {
      callback: (_error, message) => void notices.push(message.json<PublishedNotice>()),
    });
  }
  await nats.flush();

  const ask = <C extends Command>(actor: Actor, command: C, input: DraftOf<C>): Promise<ReplyTo<C>> => {
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
  const enter = async (actor: Actor, roomId: RoomId, peerId: PeerId) =>
    (await told(actor, signaling.rtcJoin, { roomId, peerId })).call;
  const eventsOf = (callId: CallId) => events.filter(({ event }) => event.scope.id === callId);

  return {
    file: join(folder.path, 'signaling.sqlite'),
    messaging,
    auth,
    /** Commands sent so far. */
    asked,
    /** Events published so far, in order. */
    events,
    notices,
    ask,
    /** Sends a command and returns its value; throws on a refusal. */
    told,
    /** Lets a device enter the room's call, which starts if there is none. */
    enter,
    /** A call of ada and another person, by default bob, in a new room of theirs. */
    async callOfTwo(other: Actor = actorOf(bob, otherDevice)) {
      const roomId = await messaging.room(ada, bob);
      const [first, second] = [newPeer(), newPeer()];
      const { callId } = await enter(actorOf(ada), roomId, first);
      await enter(other, roomId, second);
      return { roomId, callId, first, second };
    },
    /** The events of a call, with their audiences. */
    eventsOf,
    typesOf: (callId: CallId) => eventsOf(callId).map(({ event }) => event.type),
    /** The calls that the person sees. */
    callsOf: async (actor: Actor) => (await told(actor, signaling.rtcCallList, {})).calls,
    stop: () => running.stop(),
    async start(): Promise<void> {
      running = await start();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await running.stop();
      await nats.close();
      await messaging.stop();
      await auth.stop();
      await server[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

export type RunningSignaling = Awaited<ReturnType<typeof startSignaling>>;
