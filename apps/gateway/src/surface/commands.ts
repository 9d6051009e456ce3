import { botSurface, browserSurface, type Command } from '@devchitchat/contracts';

const byName = (commands: readonly Command[]): ReadonlyMap<string, Command> =>
  new Map(commands.map((command) => [command.name, command]));

/** Commands that browsers may send, by name. A Map, so that `__proto__` is just an unknown name. */
export const socketCommands = byName(browserSurface.socket);
export const httpCommands = byName(browserSurface.http);
/** Commands that bots may send, by name. */
export const botCommands = byName(botSurface.commands);
