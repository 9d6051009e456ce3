import type { Command } from './grammar/command';
import { inputReasons } from './grammar/problems';
import type { Reason } from './grammar/reason';
import * as commonReasons from './grammar/reasons-of-any-command';

/** The reasons any command may be refused for, besides those it declares. */
export const reasonsOfAnyCommand = [...Object.values(commonReasons), ...Object.values(inputReasons)] as const;

const common: ReadonlySet<string> = new Set(reasonsOfAnyCommand.map(({ name }) => name));

/** Whether a command may be refused for this reason: it declares it, or all commands share it. */
export const declaresReason = ({ refusals }: Pick<Command, 'refusals'>, reason: string): boolean =>
  common.has(reason) || refusals.some(({ name }: Reason) => name === reason);
