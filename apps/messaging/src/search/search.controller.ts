import {
  accepted,
  messagingCommands as messaging,
  type InputOf,
  type ReplyTo,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { Handles, jsonBytes, fittingPrefix, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { MessagesRepository } from '../messages/messages.repository';
import { PeopleRepository } from '../people/people.repository';
import { noSuchRoom } from '../rooms/access';
import { nameKey } from '../rooms/name-key';
import { historyStartOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';
import { planOf, type Known, type Readable } from './plan';
import { parseQuery } from './search-query';
import type { SearchFinding } from './finding';
import { Searcher } from './searcher';

@Controller()
export class SearchController {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly people: PeopleRepository,
    private readonly searcher: Searcher,
  ) {}

  @Handles(messaging.searchQuery)
  async search(
    input: InputOf<typeof messaging.searchQuery>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.searchQuery>> {
    const { userId } = context.actor;
    const readable = this.readableBy(userId, input.roomId);
    if (input.roomId !== undefined && readable.length === 0) return noSuchRoom();
    const query = parseQuery(input.text);
    const planned = planOf(query, readable, this.knownTo(userId), input);
    if ('unknown' in planned) return accepted({ ...nothing, unknown: [...planned.unknown] });
    const asksNothing = query.terms.length + query.operators.length === 0;
    if (asksNothing || planned.plan.rooms.length === 0) return accepted(nothing);

    const found = await this.searcher.find(planned.plan, context);
    if (!found.ok) return found;
    const { value: finding } = found;
    // The person may have been removed from the room meanwhile.
    if (input.roomId !== undefined && this.readableBy(userId, input.roomId).length === 0) return noSuchRoom();
    const all = this.hitsIn(finding, userId);
    const fitting = fittingPrefix(all, undefined, ({ hit, bytes }) => bytes + jsonBytes({ ...hit.message, text: '' }));
    const hits = fitting.map(({ hit }) => hit);
    return accepted({ hits, more: finding.more || hits.length < all.length, complete: finding.complete, unknown: [] });
  }

  private readableBy(userId: UserId, roomId: RoomId | undefined): readonly Readable[] {
    const roomIds = roomId === undefined ? [...this.rooms.entrancesOf(userId).keys()] : [roomId];
    return roomIds
      .map((each) => ({ roomId: each, historyStart: historyStartOf(this.rooms.byId(each), userId) }))
      .filter(({ historyStart }) => historyStart < Infinity);
  }

  private knownTo(me: UserId): Known {
    let named: ReadonlyMap<string, readonly RoomId[]> | undefined;
    return {
      me,
      userByHandle: (handle) => this.people.byHandle(handle),
      handleOf: (userId) => this.people.handleOf(userId),
      // All of the person's rooms count, even if only one is searched, because names are resolved among all of them.
      roomsNamed: (name) => (named ??= this.roomsByName(me)).get(nameKey(name)) ?? [],
    };
  }

  /** Built once for all operators of a query. */
  private roomsByName(userId: UserId): ReadonlyMap<string, readonly RoomId[]> {
    const roomIds = this.readableBy(userId, undefined).map(({ roomId }) => roomId);
    return Map.groupBy(roomIds, (roomId) => nameKey(this.rooms.contentOf(roomId).name));
  }

  /** The current state of the hits: messages that were deleted, edited or hidden since the search are left out. */
  private hitsIn({ hits }: SearchFinding, userId: UserId) {
    return hits.flatMap(({ msgId, revision, snippet, bytes }) => {
      const message = this.messages.byId(msgId);
      if (!message || message.text === null || message.revision !== revision) return [];
      if (message.seq < historyStartOf(this.rooms.byId(message.roomId), userId)) return [];
      return [{ hit: { message, snippet }, bytes }];
    });
  }
}

const nothing = { hits: [], more: false, complete: true, unknown: [] };
