import { accepted, messagingCommands as messaging, typing, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, Publisher, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { typingIn } from './typing';

@Controller()
export class TypingController {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly publisher: Publisher,
  ) {}

  /** Stored nowhere: a client that misses it has missed nothing. */
  @Handles(messaging.typingStart)
  tell(
    { roomId }: InputOf<typeof messaging.typingStart>,
    { actor: { userId } }: SignedInContext,
  ): ReplyTo<typeof messaging.typingStart> {
    const audience = typingIn(this.rooms.byId(roomId), userId, Date.now());
    if (!audience.ok) return audience;
    this.publisher.notice(typing, { roomId, userId }, audience.value);
    return accepted({});
  }
}
