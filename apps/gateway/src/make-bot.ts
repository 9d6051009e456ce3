// Creates a bot from the server's terminal: `node make-bot.js <handle> [display name]`. Prints the bot's credentials to
// stdout only.
import { authCommands } from '@devchitchat/contracts';
import { askAsOperator, refuse } from './operator.client';

const [handle, displayName = handle] = process.argv.slice(2);
if (!handle) refuse('usage: make-bot <handle> [display name]');
const { credentials } = await askAsOperator(authCommands.botCreateByOperator, { handle, displayName });
process.stdout.write(credentials);
