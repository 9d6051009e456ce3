import { join } from 'node:path';
import type { UserId } from '@devchitchat/contracts';
import { mintBotCredentials, readBotSigner, writeRevokedBots, type BotCredentials } from '@devchitchat/nats-keys';
import { ENVIRONMENT, LOGGER, type CommonEnvironment, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BotsRepository } from './bots.repository';

/** What auth shares with nats-server through DATA_DIR/nats: the key that signs for bots, and the list of revoked ones. */
@Injectable()
export class BotKeys implements OnApplicationBootstrap {
  private readonly folder: string;
  private writing = Promise.resolve();

  constructor(
    @Inject(ENVIRONMENT) environment: Pick<CommonEnvironment, 'DATA_DIR'>,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly bots: BotsRepository,
  ) {
    this.folder = join(environment.DATA_DIR, 'nats');
  }

  /** Again at every start, for a crash between the commit and the file. */
  async onApplicationBootstrap(): Promise<void> {
    // Refuses to start where it is damaged, instead of refusing the next bot.
    readBotSigner(this.folder);
    if (this.bots.revokedKeys().length > 0) await this.tellRevoked();
  }

  /** `undefined` where no keys were made: this nats-server is open, or its keys are kept elsewhere. */
  async mint(bot: UserId): Promise<BotCredentials | undefined> {
    const signer = readBotSigner(this.folder);
    return signer && mintBotCredentials(signer, bot);
  }

  /**
   * Writes the revoked keys for the next start of nats-server. Never rejects: the gateway has shut the bot out already, and
   * the file is written again when auth starts.
   */
  tellRevoked(): Promise<void> {
    this.writing = this.writing
      .then(() => writeRevokedBots(this.folder, this.bots.revokedKeys()))
      .catch((error: unknown) => this.logger.warn('The list of revoked bots could not be written.', { error }));
    return this.writing;
  }
}
