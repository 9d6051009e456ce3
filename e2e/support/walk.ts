import { messagingCommands as messaging, type RoomId } from '@devchitchat/contracts';
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ApiClient } from './api-client';
import { type looks, openLook } from './axe';
import type { TestProduct } from './fixtures';
import { expectInRoom, signIn } from './pages';

type NewPerson = Parameters<typeof openLook>[0];

/** A person with a page in one of the looks, and a friend without one. */
export class Walk {
  private constructor(
    readonly page: Page,
    readonly ada: ApiClient,
    readonly bob: ApiClient,
    /** Part of the names of people and rooms, which are unique on a server. */
    readonly name: string,
  ) {}

  static async begin(
    { product, invite }: TestProduct,
    newPerson: NewPerson,
    look: (typeof looks)[number],
  ): Promise<Walk> {
    const [link, name] = [await invite(2), `w${randomUUID().slice(0, 6)}`];
    const ada = await ApiClient.join(link, `ada-${name}`, `Ada ${name}`);
    const bob = await ApiClient.join(link, `bob-${name}`, `Bob ${name}`);
    const page = await openLook(newPerson, look);
    await signIn(page, product.url, ada.cookie);
    return new Walk(page, ada, bob, name);
  }

  /** Opens an address of the app. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.ada.url}/#/${path}`);
  }

  /** Opens a room and waits until its messages can be answered. */
  async open(roomId: RoomId, name: string): Promise<void> {
    await this.goTo(`room/${roomId}`);
    await expectInRoom(this.page, name);
  }

  /** Goes to the list of rooms, which on a phone has a page of its own. */
  async toRooms(): Promise<void> {
    const back = this.page.getByRole('link', { name: 'Back to rooms' });
    if (await back.isVisible()) await back.click();
    await expect(this.page.getByRole('button', { name: 'New room' })).toBeVisible();
  }

  /** Creates a public room that both are in, and returns its id. */
  async room(owner: ApiClient, name: string): Promise<RoomId> {
    const { roomId } = (await owner.must(messaging.roomCreate, { name, topic: `About ${name}`, kind: 'public' })).room;
    await (owner === this.ada ? this.bob : this.ada).must(messaging.roomJoin, { roomId });
    return roomId;
  }

  /** Bob writes a message. */
  hear = (roomId: RoomId, text: string) =>
    this.bob.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text });

  close(): void {
    for (const client of [this.ada, this.bob]) client.close();
  }
}
