// Recovers an account from the server's terminal: `node admin.js recover <handle> [--admin]`. Prints a link that signs the
// person in once, within 24 hours. With --admin the person also becomes an admin, and a disabled account is enabled again.
// The audit log records both.
import { parseArgs } from 'node:util';
import { authCommands } from '@devchitchat/contracts';
import { readEnvironment } from '@devchitchat/service-kit';
import { gatewayEnvironment } from './environment/environment';
import { askAsOperator, refuse } from './operator.client';

const usage = 'Usage: recover <handle> [--admin]';

function typed(): { readonly handle: string; readonly makeAdmin: boolean } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { admin: { type: 'boolean' } } });
    const [word, handle, ...more] = positionals;
    if (word !== 'recover' || !handle || more.length > 0) return refuse(usage);
    return { handle: handle.replace(/^@/, ''), makeAdmin: values.admin ?? false };
  } catch {
    return refuse(usage);
  }
}

/** The base address of the gateway's own links. */
function addressOfPages(): string {
  const { PUBLIC_URL, TLS, PORT, HTTP_PORT } = readEnvironment(gatewayEnvironment, process.env);
  // The plain port explains the certificate, and then goes on to HTTPS.
  return PUBLIC_URL ?? `http://localhost:${TLS === 'local' ? HTTP_PORT : PORT}`;
}

const asked = typed();
const base = addressOfPages();
const { user, token } = await askAsOperator(authCommands.recoveryCreateByOperator, asked);
const role = user.role === 'admin' ? 'an admin' : 'a member, and no admin';
process.stdout.write(
  `@${user.handle} (${user.displayName}) is ${role}. This link signs them in, once, within 24 hours:\n`,
);
process.stdout.write(`${base}/#/recovery/${token}\n`);
