import {
  parseInput,
  subjects,
  type Actor,
  type Command,
  type DataOf,
  type DraftOf,
  type Notice,
  type ProcessName,
  type ReplyTo,
  type SessionId,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { CommandClient, connectNats, randomTrace, silentLogger, type RunningService } from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder } from '@devchitchat/service-kit/testing';
import { service } from '../main';

const person = (letter: string, role: Actor['role']): Actor => ({
  userId: `u_${letter.repeat(16)}` as UserId,
  sessionId: `s_${letter.repeat(16)}` as SessionId,
  role,
});

export const admin = person('a', 'admin');
export const member = person('b', 'member');

/** The real service on a real nats-server; specs publish in place of the other processes. */
export async function startDiagnostics() {
  const folder = temporaryFolder();
  const server = await startNatsServer();
  const start = () => service.start({ DATA_DIR: folder.path, NATS_URL: server.url, LOG_LEVEL: 'silent' });
  let running: RunningService = await start();
  const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });
  const client = new CommandClient(nats, silentLogger);

  const ask = <C extends Command>(actor: Actor | null, command: C, input: DraftOf<C>): Promise<ReplyTo<C>> => {
    const parsed = parseInput(command, input);
    if (!parsed.ok) return Promise.resolve(parsed);
    return client.ask(command, parsed.value, { actor, trace: randomTrace(), address: '127.0.0.1' });
  };

  return {
    nats,
    ask,
    /** Sends a command as an admin and returns its value; throws on a refusal. */
    async told<C extends Command>(command: C, input: DraftOf<C>): Promise<ValueOf<C>> {
      const reply = await ask(admin, command, input);
      if (!reply.ok) throw new Error(`${command.name}: ${reply.error.code}: ${reply.error.message}`);
      return reply.value;
    },
    publish<N extends Notice>(from: ProcessName, { name }: N, data: DataOf<N>): void {
      nats.publish(subjects.notice(from, name), JSON.stringify({ audience: [], name, data }));
    },
    async restart(): Promise<void> {
      await running.stop();
      running = await start();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await running.stop();
      await nats.close();
      await server[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

export type RunningDiagnostics = Awaited<ReturnType<typeof startDiagnostics>>;
