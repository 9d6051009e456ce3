import type { DraftOf, messagingCommands, RoomId, UserId } from '@devchitchat/contracts';
import { MessagingFile } from './messaging-file';
import { ada, bob } from './people';

type More = Partial<DraftOf<typeof messagingCommands.searchQuery>>;

/** A database with two rooms to search: `kitchen`, public, with ada and bob, and `hall`, private, with ada alone. */
export class SearchedRooms implements AsyncDisposable {
  private constructor(
    readonly messaging: MessagingFile,
    readonly kitchen: RoomId,
    readonly hall: RoomId,
  ) {}

  static async open(): Promise<SearchedRooms> {
    const messaging = await MessagingFile.open();
    const kitchen = await messaging.room('public', 'kitchen', [ada, bob]);
    return new SearchedRooms(messaging, kitchen, await messaging.room('private', 'Great Hall', [ada]));
  }

  /** The answer to a search that must not be refused, by default in all rooms of the person. */
  async answer(userId: UserId, text: string, roomId?: RoomId, more?: More) {
    const reply = await this.messaging.search(userId, text, roomId, more);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }

  /** The texts of the messages that a search finds, in its order. */
  async found(userId: UserId, text: string, roomId?: RoomId, more?: More) {
    return (await this.answer(userId, text, roomId, more)).hits.map(({ message }) => message.text);
  }

  /** Gives a person a handle, which operators use. */
  name(userId: UserId, handle: string): void {
    this.messaging.people.register({ userId, handle, displayName: handle, role: 'member', isBot: false });
  }

  /** Sends messages of ada to the kitchen. */
  async send(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.messaging.send(ada, this.kitchen, text);
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.messaging[Symbol.asyncDispose]();
  }
}
