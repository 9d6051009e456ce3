import type { Command } from './grammar/command';
import { inputReasons } from './grammar/problems';
import type { Reason } from './grammar/reason';
import * as commonReasons from './grammar/reasons-of-any-command';

/** Why any command may be refused, whatever it declares of its own. */
export const reasonsOfAnyCommand = [...Object.values(commonReasons), ...Object.values(inputReasons)] as const;

const common: ReadonlySet<string> = new Set(reasonsOfAnyCommand.map(({ name }) => name));

/** Whether a command declares this reason, or every command may be refused for it. */
export const declaresReason = ({ refusals }: Pick<Command, 'refusals'>, reason: string): boolean =>
  common.has(reason) || refusals.some(({ name }: Reason) => name === reason);
