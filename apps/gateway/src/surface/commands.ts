import { botSurface, browserSurface, type Command } from '@devchitchat/contracts';

const byName = (commands: readonly Command[]): ReadonlyMap<string, Command> =>
  new Map(commands.map((command) => [command.name, command]));

/** What a browser may say, by the name it says it with. A Map, so that `__proto__` is only a name that is not there. */
export const socketCommands = byName(browserSurface.socket);
export const httpCommands = byName(browserSurface.http);
/** What a bot may say. */
export const botCommands = byName(botSurface.commands);
