export { mintCredentials } from './credentials';
export { ensureNatsKeys, type NatsFiles } from './nats-keys.files';
