export { mintBotCredentials, type BotCredentials } from './bot-credentials';
export { readBotSigner, writeRevokedBots } from './bots.files';
export { ensureNatsKeys } from './nats-keys.files';
