import { actorNeeded, type ActorNeeded, type Command, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { CommandContext, SignedInContext } from './envelope';

/** The transport's data about a handler's command. */
export interface HandlerExtras {
  readonly needs: ActorNeeded;
  readonly command: Command;
}

/** The context of commands that require a session has an actor. */
type ContextOf<C extends Command> = C['access']['anonymous'] extends 'ok' ? CommandContext : SignedInContext;

type Handler<C extends Command> = (input: InputOf<C>, context: ContextOf<C>) => ReplyTo<C> | Promise<ReplyTo<C>>;

/**
 * Marks the method that handles a command. A method with another input, value or context does not compile. Refusals are
 * returned as Replies; a thrown error is a defect and becomes `internal`.
 */
export const Handles =
  <C extends Command>(command: C) =>
  <Method extends Handler<C>>(target: object, method: string, descriptor: TypedPropertyDescriptor<Method>): void => {
    MessagePattern(command.name, { needs: actorNeeded(command.access), command } satisfies HandlerExtras)(
      target,
      method,
      descriptor as PropertyDescriptor,
    );
    Payload()(target, method, 0);
    Ctx()(target, method, 1);
  };
