// Forwards a port outside the containers' own network to nats-server, for bots. It grants no access itself: nats-server
// requires credentials and limits a bot to its own subjects.
import { connect, createServer } from 'node:net';

const nats = { host: 'nats', port: 4222 };
const maxConnections = 200;

const proxy = createServer((outside) => {
  const inside = connect(nats);
  outside.pipe(inside);
  inside.pipe(outside);
  // When one end closes, the other is closed too.
  for (const [one, other] of [[outside, inside] as const, [inside, outside] as const]) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
});
proxy.maxConnections = maxConnections;
proxy.listen(nats.port, '0.0.0.0');
process.once('SIGTERM', () => process.exit(0));
