// A port outside of the containers' own network that leads to nats-server, for bots. It lets nobody in: nats-server asks for
// credentials, and lets a bot say and hear its own subjects only.
import { connect, createServer } from 'node:net';

const nats = { host: 'nats', port: 4222 };
const mostConnections = 200;

const door = createServer((outside) => {
  const inside = connect(nats);
  outside.pipe(inside);
  inside.pipe(outside);
  // Whichever end goes first, the other has nobody left to talk to.
  for (const [one, other] of [[outside, inside] as const, [inside, outside] as const]) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
});
door.maxConnections = mostConnections;
door.listen(nats.port, '0.0.0.0');
process.once('SIGTERM', () => process.exit(0));
