import { randomUUID } from 'node:crypto';
import { messagingCommands, type RoomId } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { codeIn, loudnessAt, makeUpMedia } from './made-up-media';
import { signIn } from './pages';
import { ApiClient } from './api-client';

type NewPerson = () => Promise<Page>;

/** Decibels above which a tone counts as heard. Silence is far below. */
const audible = -55;

/** In hertz; no tone is near another or its overtones. */
const tones = [440, 1_030, 1_700, 2_590] as const;

/** A person with a browser, for tests of calls. */
export class Caller {
  private constructor(
    readonly page: Page,
    readonly name: string,
    readonly tone: number,
    /** The 8-bit number encoded in their camera's picture. */
    readonly code: number,
  ) {}

  /** Creates one person per name in a new public room that the first of them owns. Each has a tone of their own. */
  static async arrive(
    room: string,
    names: readonly string[],
    newPerson: NewPerson,
    invite: (maxUses: number) => Promise<string>,
  ): Promise<Caller[]> {
    const link = await invite(names.length);
    const clients: ApiClient[] = [];
    for (const name of names) clients.push(await ApiClient.join(link, `${name}-${randomUUID().slice(0, 8)}`, name));
    const [owner] = clients;
    const { roomId } = (await owner!.must(messagingCommands.roomCreate, { name: room, kind: 'public' })).room;
    return Promise.all(
      clients.map(async (client, at) => {
        if (at > 0) await client.must(messagingCommands.roomJoin, { roomId });
        client.close();
        const caller = new Caller(await newPerson(), client.user.displayName, tones[at] ?? 3_500, 0b0101_1001 + at * 4);
        await caller.open(client, roomId);
        return caller;
      }),
    );
  }

  /** Signs in by cookie; other specs test invite links. */
  private async open({ url, cookie }: ApiClient, roomId: RoomId): Promise<void> {
    await signIn(this.page, url, cookie);
    await makeUpMedia(this.page, this.tone, this.code);
    await this.page.goto(`${url}/#/room/${roomId}`);
    await expect(this.page.getByRole('button', { name: 'Join call', exact: true })).toBeVisible();
  }

  /** Opens the same room in another tab of the same browser. */
  async anotherTab(): Promise<Caller> {
    const page = await this.page.context().newPage();
    await makeUpMedia(page, this.tone, this.code);
    await page.goto(this.page.url());
    return new Caller(page, this.name, this.tone, this.code);
  }

  get call() {
    return this.page.getByRole('region', { name: 'Call', exact: true });
  }

  button(name: string) {
    return this.call.getByRole('button', { name, exact: true });
  }

  async join(): Promise<void> {
    await this.page.getByRole('button', { name: 'Join call', exact: true }).click();
    await expect(this.button('Leave call')).toBeVisible();
  }

  async leave(): Promise<void> {
    await this.button('Leave call').click();
    await expect(this.call).toHaveCount(0);
  }

  tile(of: Caller, kind: 'camera' | 'screen') {
    return this.call.getByRole('figure', { name: `${of.name}, ${kind}`, exact: true });
  }

  volumeOf(of: Caller) {
    return this.call.getByRole('slider', { name: `Volume of ${of.name}`, exact: true });
  }

  /** Returns the names of the callers whose tones this page plays right now. */
  async hears(callers: readonly Caller[]): Promise<string[]> {
    const levels = await Promise.all(callers.map(({ tone }) => loudnessAt(this.page, tone)));
    return callers.filter((_, at) => (levels[at] ?? -Infinity) > audible).map(({ name }) => name);
  }

  /** Waits until this page plays exactly these callers. */
  async expectToHear(whom: readonly Caller[], among: readonly Caller[]): Promise<void> {
    await expect
      .poll(() => this.hears(among), { message: `callers that ${this.name} hears`, timeout: 60_000 })
      .toEqual(among.filter((caller) => whom.includes(caller)).map(({ name }) => name));
  }

  /** Waits until this page shows a caller's own picture. */
  async expectToSee(of: Caller, kind: 'camera' | 'screen'): Promise<void> {
    await expect(this.tile(of, kind)).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(() => codeIn(this.page, `${of.name}, ${kind}`), {
        message: `the code in ${of.name}'s picture on ${this.name}'s page`,
        timeout: 60_000,
      })
      .toBe(kind === 'camera' ? of.code : of.code ^ 0xff);
  }
}
