// Makes a bot at the server's terminal: `node make-bot.js <handle> [display name]`. Its credentials go to stdout and nowhere
// else.
import { authCommands } from '@devchitchat/contracts';
import { askAsOperator, refuse } from './operator.client';

const [handle, displayName = handle] = process.argv.slice(2);
if (!handle) refuse('usage: make-bot <handle> [display name]');
const { credentials } = await askAsOperator(authCommands.botCreateByOperator, { handle, displayName });
process.stdout.write(credentials);
