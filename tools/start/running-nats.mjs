import { join } from 'node:path';
import { Refusal } from '../machine/refusal.mjs';
import { portIn } from './ports.mjs';

/**
 * Returns the address of a data folder's nats-server.
 *
 * @throws {Refusal} if devchitchat never ran on the folder
 */
export function natsUrlOf({ dataDir, natsUrl }) {
  if (natsUrl) return natsUrl;
  const port = portIn(join(dataDir, 'nats', 'nats-server.conf'));
  if (!port) throw new Refusal(`devchitchat has never run on ${dataDir}. Start it first, with npm start.`);
  return `nats://127.0.0.1:${port}`;
}
