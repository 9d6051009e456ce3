import type { z } from 'zod';
import type { RateName } from './limits';
import type { ErrorCode, Reason } from './reason';
import type { Reply } from './reply';
import type { ProcessName } from './service-name';

/**
 * Who may stand before a command. `stranger` is signed in and in another room only; `banned` was in the room until a
 * moderator banned them; `muted` is a member who may not speak for a while; `admin` is a server admin who is not in the room;
 * `bot` is a bot that is a member of it. Commands that name no room treat everybody from `stranger` to `owner` alike.
 */
export const standings = [
  'anonymous',
  'stranger',
  'formerMember',
  'banned',
  'member',
  'muted',
  'mod',
  'owner',
  'admin',
  'bot',
] as const;
export type Standing = (typeof standings)[number];

/** What a valid command gets from each standing: done, or which refusal. The authorization matrix test runs every row. */
export type Access = Readonly<Record<Standing, 'ok' | ErrorCode>>;

export interface Command<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Value extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  readonly kind: 'command';
  /** Imperative, `subject.verb`; also the socket event's name and the end of the NATS subject. */
  readonly name: Name;
  /** Who answers it. The gateway does where a word is of sockets, and carries every other one. */
  readonly service: ProcessName;
  /** One sentence for docs/protocol.md. */
  readonly summary: string;
  /** Strict: a key it does not know is refused. */
  readonly input: Input;
  readonly value: Value;
  readonly access: Who;
  readonly rate: RateName;
  /** Why it can be refused, beside `commonReasons`. A refusal for any other reason is a defect. */
  readonly refusals: readonly Reason[];
}

export type InputOf<C extends Command> = z.output<C['input']>;
/** What a sender may write: defaults not filled in yet. */
export type DraftOf<C extends Command> = z.input<C['input']>;
export type ValueOf<C extends Command> = z.output<C['value']>;
export type ReplyTo<C extends Command> = Reply<ValueOf<C>>;

export const defineCommand = <
  Name extends string,
  Input extends z.ZodType,
  Value extends z.ZodType,
  const Who extends Access,
>(
  name: Name,
  definition: Omit<Command<Name, Input, Value, Who>, 'kind' | 'name'>,
): Command<Name, Input, Value, Who> => ({ kind: 'command', name, ...definition });
