import {
  authEvents,
  isEvent,
  limits,
  type AnyEvent,
  type EventOf,
  type ServerRole,
  type UserId,
} from '@devchitchat/contracts';
import { ErasedTexts, Feeds, type FeedSubscription, type Transaction } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { depart, enter } from '../rooms/decide';
import { RoomsRepository } from '../rooms/rooms.repository';
import { ErasuresRepository } from '../erasure/erasures.repository';
import { PeopleRepository } from '../people/people.repository';
import { ContentEraser } from '../erasure/content-eraser.service';

type Arrival = EventOf<
  typeof authEvents.userRegistered | typeof authEvents.userImported | typeof authEvents.botCreated
>;

/** Follows registrations and account changes in auth's log, and adds new people to the lobby and the rooms for everybody. */
@Injectable()
export class PeopleFollower implements OnApplicationBootstrap {
  private readonly subscription: FeedSubscription;

  constructor(
    feeds: Feeds,
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
    private readonly erasures: ErasuresRepository,
    private readonly eraser: ContentEraser,
    private readonly erasedTexts: ErasedTexts,
  ) {
    this.subscription = feeds.follow('auth', {
      apply: (transaction, event) => this.apply(transaction, event),
      applied: (events) => this.eraseSoon(events),
    });
  }

  onApplicationBootstrap(): void {
    this.subscription.start();
  }

  private eraseSoon(events: readonly AnyEvent[]): void {
    if (!events.some((event) => isEvent(authEvents.userDeleted, event))) return;
    this.erasedTexts.sweepSoon();
    this.eraser.wake();
  }

  private apply(transaction: Transaction, event: AnyEvent): void {
    if (isEvent(authEvents.userRegistered, event)) {
      const { userId } = event.body;
      this.register(event, event.body.role, false);
      const lobby = this.rooms.lobby();
      if (lobby) for (const draft of enter(lobby, userId, 'server')) this.rooms.append(transaction, draft);
      this.letInto(transaction, userId);
    } else if (isEvent(authEvents.botCreated, event)) {
      // A bot joins no room automatically: members add it where they want it.
      this.register(event, 'member', true);
    } else if (isEvent(authEvents.userImported, event)) {
      // Known only as the author of imported messages; cannot join a room.
      this.register(event, 'member', event.body.isBot);
      this.people.deactivate(event.body.userId);
    } else if (isEvent(authEvents.botRevoked, event)) {
      this.people.deactivate(event.body.userId);
      this.takeOutOfRooms(transaction, event.body.userId);
    } else if (isEvent(authEvents.userDeleted, event)) {
      const { userId, words } = event.body;
      this.people.forget(userId);
      this.takeOutOfRooms(transaction, userId);
      if (words === 'erased') this.erasures.begin(userId);
    } else if (isEvent(authEvents.userDisabled, event)) {
      // They stay in their rooms: their messages remain, and they may be enabled again.
      this.people.deactivate(event.body.userId);
      this.settleRights(transaction, event.body.userId);
    } else if (isEvent(authEvents.userEnabled, event)) {
      this.people.activate(event.body.userId);
      if (!this.people.isBot(event.body.userId)) this.letInto(transaction, event.body.userId);
      this.settleRights(transaction, event.body.userId);
    } else if (isEvent(authEvents.userRoleChanged, event)) {
      this.people.changeRole(event.body.userId, event.body.role);
      this.settleRights(transaction, event.body.userId);
    } else if (isEvent(authEvents.userProfileChanged, event)) {
      this.people.rename(event.body.userId, event.content?.displayName ?? null);
    }
  }

  /**
   * Called when an account is disabled or enabled, or its role changes. Passes on the person's rooms if they can no
   * longer govern them.
   */
  private settleRights(transaction: Transaction, userId: UserId): void {
    for (const roomId of this.rooms.entrancesOf(userId).keys()) this.rooms.settleRights(transaction, roomId);
  }

  /** Adds a person to the rooms for everybody, as far as they may be in so many. */
  private letInto(transaction: Transaction, userId: UserId): void {
    for (const roomId of this.rooms.forEverybodyBut(userId)) {
      const room = this.rooms.countOf(userId) < limits.roomsPerPerson ? this.rooms.byId(roomId) : null;
      for (const draft of room ? enter(room, userId, 'everybody') : []) this.rooms.append(transaction, draft);
    }
  }

  private takeOutOfRooms(transaction: Transaction, userId: UserId): void {
    for (const roomId of this.rooms.entrancesOf(userId).keys()) {
      for (const draft of depart(this.rooms.byId(roomId), userId, this.people)) this.rooms.append(transaction, draft);
    }
  }

  private register({ body, content }: Arrival, role: ServerRole, isBot: boolean): void {
    const { handle, displayName } = content ?? { handle: null, displayName: null };
    this.people.register({ userId: body.userId, handle, displayName, role, isBot });
  }
}
