import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, expect, it } from '@jest/globals';
import type { Mute, RoomId } from '@devchitchat/contracts';
import { page } from '../../platform/testing/page';
import { ada, bob, garden, signedInAs } from '../testing/people';
import { injectOwnMutes } from './own-mutes';
import { Rooms } from './rooms';

page();
afterEach(() => {
  TestBed.resetTestingModule();
});

const mute = (userId: Mute['userId'], leftMs: number): Mute => ({
  userId,
  by: ada.userId,
  ts: 1,
  reason: null,
  until: Date.now() + leftMs,
});

it('a mute counts for the muted person, at once and until it ends', async () => {
  const held = signal(new Map<RoomId, unknown>());
  const hold = (...mutes: readonly Mute[]) => held.set(new Map([[garden.roomId, { room: garden, mutes }]]));
  TestBed.configureTestingModule({ providers: [signedInAs(bob), { provide: Rooms, useValue: { held } }] });
  const mutes = TestBed.runInInjectionContext(() => injectOwnMutes());
  hold(mute(ada.userId, 60_000), mute(bob.userId, -1));
  expect([...mutes().keys()]).toEqual([]);
  hold(mute(bob.userId, 40));
  expect([...mutes().keys()]).toEqual([garden.roomId]);
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect([...mutes().keys()]).toEqual([]);
});
