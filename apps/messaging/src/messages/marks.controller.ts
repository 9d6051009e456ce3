import { messagingCommands as messaging, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { unlessMuted } from '../moderation/may-speak';
import { pin, react, unpin, unreact } from './mark';
import { MessageChanges } from './message-changes.service';
import { MessagesRepository } from './messages.repository';

/** Reactions and pins. */
@Controller()
export class MarksController {
  constructor(
    private readonly changes: MessageChanges,
    private readonly messages: MessagesRepository,
  ) {}

  @Handles(messaging.msgReact)
  react(
    input: InputOf<typeof messaging.msgReact>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgReact>> {
    return this.changes.make(input, context, (target, now) => unlessMuted(target, now) ?? react(target, input.emoji));
  }

  @Handles(messaging.msgUnreact)
  unreact(
    input: InputOf<typeof messaging.msgUnreact>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgUnreact>> {
    return this.changes.make(input, context, (target) => unreact(target, input.emoji));
  }

  @Handles(messaging.msgPin)
  pin(input: InputOf<typeof messaging.msgPin>, context: SignedInContext): Promise<ReplyTo<typeof messaging.msgPin>> {
    return this.changes.make(input, context, (target) => pin(target, this.messages.pinsOf(input.roomId)));
  }

  @Handles(messaging.msgUnpin)
  unpin(
    input: InputOf<typeof messaging.msgUnpin>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgUnpin>> {
    return this.changes.make(input, context, (target) => unpin(target, this.messages.pinsOf(input.roomId)));
  }
}
