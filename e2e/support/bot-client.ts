import { subjects, type Command, type DraftOf, type Reply, type UserId, type ValueOf } from '@devchitchat/contracts';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { createBot, natsUrl } from './example-bot';
import type { TestProduct } from './fixtures';

/** A bot connected to NATS with its credentials. */
export class BotClient implements AsyncDisposable {
  private constructor(
    readonly id: UserId,
    readonly nats: NatsConnection,
  ) {}

  static async enter(
    testProduct: TestProduct,
    { bot, credentials }: Awaited<ReturnType<typeof createBot>>,
  ): Promise<BotClient> {
    const id = bot.user.userId;
    const nats = await connect({
      servers: natsUrl(testProduct),
      authenticator: credsAuthenticator(new TextEncoder().encode(credentials)),
      inboxPrefix: subjects.botInbox(id),
      reconnect: false,
    });
    return new BotClient(id, nats);
  }

  /**
   * Sends a command.
   * @param input a string is sent as it is, whether JSON or not
   */
  async ask(command: string, input: unknown): Promise<Reply<Record<string, unknown>>> {
    const text = typeof input === 'string' ? input : JSON.stringify(input);
    return (await this.nats.request(subjects.botCommand(this.id, command), text, { timeout: 5_000 })).json();
  }

  /**
   * Sends a command and expects it to succeed.
   * @throws with the refusal otherwise
   */
  async must<C extends Command>({ name }: C, input: DraftOf<C>): Promise<ValueOf<C>> {
    const reply = await this.ask(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}, ${reply.error.message}`);
    return reply.value as ValueOf<C>;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.nats.close();
  }
}
