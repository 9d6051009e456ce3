export { mintBotCredentials, type BotCredentials, type BotSigner } from './bot-credentials';
export { readBotSigner, writeRevokedBots } from './bots.files';
export { ensureNatsKeys } from './nats-keys.files';
