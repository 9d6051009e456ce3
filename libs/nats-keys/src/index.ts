export { mintBotCredentials, type BotCredentials } from './bot-credentials';
export { readBotSigner, writeRevokedBots } from './bots.files';
export { ensureNatsKeys } from './nats-keys.files';
export { ownerOnlyFolder, replaceOwnerOnly, writeOwnerOnly } from './owner-only.files';
