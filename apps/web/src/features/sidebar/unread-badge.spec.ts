import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Unread } from '../../client/reading/unread';
import type { NotificationLevel } from '../../client/notifications/notice-policy';
import { RoomLevels } from '../../client/notifications/room-levels';
import { RoomAttention } from '../../client/reading/room-attention';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { UnreadBadge } from './unread-badge';

const { render } = page();

describe('the badge of a room', () => {
  const unread = signal<Unread | undefined>(undefined);
  const draft = signal(false);
  const level = signal<NotificationLevel>('mentions');
  beforeEach(() => {
    unread.set(undefined);
    draft.set(false);
    level.set('mentions');
  });
  /** Its parts; those that stand out end in “!”. */
  const parts = async (inputs: { readonly here?: boolean; readonly direct?: boolean } = {}) => {
    const { fixture } = await render(UnreadBadge, {
      inputs: { roomId: garden.roomId },
      providers: [
        {
          provide: RoomAttention,
          useValue: { unreadIn: () => unread(), hasDraft: () => draft() },
        },
        { provide: RoomLevels, useValue: { levelOf: () => level() } },
      ],
    });
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('span')].map(
      ({ dataset, classList, title }) => `${dataset['text'] ?? title}${classList.contains('mine') ? '!' : ''}`,
    );
  };

  it('is empty when nothing waits', async () => {
    expect(await parts()).toEqual([]);
  });

  it('lets mentions stand out beside all unread messages', async () => {
    unread.set({ messages: 7, mentions: 2 });
    expect(await parts()).toEqual(['@2!', '7']);
  });

  it('treats every message of a conversation like a mention', async () => {
    unread.set({ messages: 7, mentions: 2 });
    level.set('all');
    expect(await parts({ direct: true })).toEqual(['7!']);
  });

  it.each([
    ['all', ['@2', '7!']],
    ['mentions', ['@2!', '7']],
    ['nothing', ['@2', '7']],
  ] as const)('lets stand out what the level “%s” tells of', async (chosen, expected) => {
    unread.set({ messages: 7, mentions: 2 });
    level.set(chosen);
    expect(await parts()).toEqual(expected);
  });

  it('counts to 99', async () => {
    unread.set({ messages: 100, mentions: 99 });
    expect(await parts()).toEqual(['@99!', '99+']);
  });

  it('has the draft of every room but the open one, which shows it', async () => {
    draft.set(true);
    expect(await parts()).toEqual(['Draft']);
  });

  it('has no draft of the open room', async () => {
    draft.set(true);
    expect(await parts({ here: true })).toEqual([]);
  });
});
