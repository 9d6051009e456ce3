export { ensureNatsKeys } from './nats-keys.files';
