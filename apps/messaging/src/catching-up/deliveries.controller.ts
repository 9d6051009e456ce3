import { accepted, messagingCommands as messaging, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { DeliveriesRepository } from './deliveries.repository';

@Controller()
export class DeliveriesController {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly deliveries: DeliveriesRepository,
  ) {}

  /** What was not said cannot have arrived; what arrived in a room one has left since does not matter any more. */
  @Handles(messaging.deliveryAck)
  acknowledge(
    input: InputOf<typeof messaging.deliveryAck>,
    { actor: { userId } }: SignedInContext,
  ): ReplyTo<typeof messaging.deliveryAck> {
    for (const { roomId, seq } of input.rooms) {
      const room = this.rooms.byId(roomId);
      if (!room?.members.has(userId)) continue;
      this.deliveries.raise({ userId, roomId, afterSeq: Math.min(seq, room.headSeq) });
    }
    return accepted({});
  }
}
