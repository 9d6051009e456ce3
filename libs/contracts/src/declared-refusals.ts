import type { Command } from './grammar/command';
import * as commonReasons from './grammar/reasons-of-any-command';

const common: ReadonlySet<string> = new Set(Object.values(commonReasons).map(({ name }) => name));

/** Whether a command declares this reason, or every command may be refused for it. */
export const declaresReason = ({ refusals }: Pick<Command, 'refusals'>, reason: string): boolean =>
  common.has(reason) || refusals.some(({ name }) => name === reason);
