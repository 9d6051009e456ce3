import type { z } from 'zod';
import type { RateName } from './limits';
import type { ErrorCode, Reason } from './reason';
import type { Reply } from './reply';
import type { ProcessName } from './service-name';

/**
 * The standings of an actor. `stranger` is signed in and only in other rooms; `banned` was in the room until a
 * moderator banned them; `muted` is a member who may not send for a while; `admin` is a server admin who is not in the
 * room; `bot` is a bot that is a member of it. Commands that name no room treat all from `stranger` to `owner` alike.
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

/** The outcome of a valid command by standing: done, or a refusal. The authorization matrix test runs every row. */
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
  /** The process that answers it: the gateway for commands about sockets, otherwise a service. */
  readonly service: ProcessName;
  /** One sentence for docs/protocol.md. */
  readonly summary: string;
  /** Strict: an unknown key is refused. */
  readonly input: Input;
  readonly value: Value;
  readonly access: Who;
  readonly rate: RateName;
  /** The reasons it can be refused for, besides `commonReasons`. A refusal for any other reason is a defect. */
  readonly refusals: readonly Reason[];
}

export type InputOf<C extends Command> = z.output<C['input']>;
/** The input as a sender writes it, before defaults are filled in. */
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
