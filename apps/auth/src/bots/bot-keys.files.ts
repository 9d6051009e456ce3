import { join } from 'node:path';
import type { UserId } from '@devchitchat/contracts';
import { mintBotCredentials, readBotSigner, writeRevokedBots, type BotCredentials } from '@devchitchat/nats-keys';
import { ENVIRONMENT, LOGGER, type CommonEnvironment, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BotsRepository } from './bots.repository';

/**
 * Files that auth shares with nats-server in DATA_DIR/nats: the key that signs bot credentials, and the list of revoked
 * bots.
 */
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

  /** Writes the list again at every start, in case of a crash between the commit and the write. */
  async onApplicationBootstrap(): Promise<void> {
    // Refuses to start with a damaged key, rather than fail when the next bot is created.
    readBotSigner(this.folder);
    if (this.bots.revokedKeys().length > 0) await this.tellRevoked();
  }

  /** Resolves to `undefined` if there is no signing key: nats-server is open, or its keys are kept elsewhere. */
  async mint(bot: UserId): Promise<BotCredentials | undefined> {
    const signer = readBotSigner(this.folder);
    return signer && mintBotCredentials(signer, bot);
  }

  /**
   * Writes the revoked keys for the next start of nats-server. Never rejects: the gateway has already disconnected the
   * bot, and auth writes the file again when it starts.
   */
  tellRevoked(): Promise<void> {
    this.writing = this.writing
      .then(() => writeRevokedBots(this.folder, this.bots.revokedKeys()))
      .catch((error: unknown) => this.logger.warn('Writing the list of revoked bots failed.', { error }));
    return this.writing;
  }
}
