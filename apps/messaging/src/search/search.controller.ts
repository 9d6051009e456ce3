import {
  accepted,
  messagingCommands as messaging,
  type InputOf,
  type MsgId,
  type ReplyTo,
} from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { thatFit } from '../answer-size';
import { MessagesRepository } from '../messages/messages.repository';
import { placeIn } from '../rooms/access';
import { RoomsRepository } from '../rooms/rooms.repository';
import { termsOf, type Term } from './search-query';
import { SearchRepository } from './search.repository';
import { snippetOf } from './snippet';

@Controller()
export class SearchController {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly index: SearchRepository,
  ) {}

  @Handles(messaging.searchQuery)
  search(
    { text, roomId, limit }: InputOf<typeof messaging.searchQuery>,
    { actor: { userId } }: SignedInContext,
  ): ReplyTo<typeof messaging.searchQuery> {
    const terms = termsOf(text);
    if (roomId === undefined) return accepted({ hits: this.hits(this.index.inRoomsOf(terms, userId, limit), terms) });
    const place = placeIn(this.rooms.byId(roomId), userId);
    if (!place.ok) return place;
    return accepted({ hits: this.hits(this.index.inRoom(terms, roomId, limit), terms) });
  }

  private hits(found: readonly MsgId[], terms: readonly Term[]) {
    const messages = found.map((msgId) => this.messages.byId(msgId)).filter((message) => message !== undefined);
    return thatFit(
      messages.flatMap((message) =>
        message.text === null ? [] : [{ message, snippet: snippetOf(message.text, terms) }],
      ),
    );
  }
}
