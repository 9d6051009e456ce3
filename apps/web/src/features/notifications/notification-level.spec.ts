import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import type { NotificationLevel } from '../../client/notifications/notice-policy';
import { NotificationSettings } from '../../client/notifications/notification-settings';
import { RoomNames } from '../../client/rooms/room-names';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { NotificationLevelChoice } from './notification-level';

const { render, screen, user } = page();

describe('the dialog of a room’s notifications', () => {
  const level = signal<NotificationLevel>('mentions');
  const isOn = signal(true);
  let chosenFor: RoomId[];
  beforeEach(() => {
    level.set('mentions');
    isOn.set(true);
    chosenFor = [];
  });
  const opened = () =>
    render(NotificationLevelChoice, {
      inputs: { room: garden },
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: RoomNames, useValue: { ofId: () => garden.name } },
        {
          provide: NotificationSettings,
          useValue: {
            isOn,
            levelOf: () => level(),
            chooseLevel: (roomId: RoomId, chosen: NotificationLevel) => {
              chosenFor.push(roomId);
              level.set(chosen);
            },
          },
        },
      ],
    });
  const checked = () => screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.checked);

  it('shows the current level of the room', async () => {
    await opened();
    expect(screen.getByRole('dialog', { name: /garden/ })).toBeTruthy();
    expect(checked()).toEqual([false, true, false]);
  });

  it('applies a level at once', async () => {
    const { emitted } = await opened();
    await user.click(screen.getByRole('radio', { name: 'All messages' }));
    expect(level()).toBe('all');
    expect(chosenFor).toEqual([garden.roomId]);
    expect(checked()).toEqual([true, false, false]);
    expect(emitted.closed).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(emitted.closed).toHaveLength(1);
  });

  it('leads to the settings only while notifications are off', async () => {
    await opened();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('leads to the settings while notifications are off, and closes', async () => {
    isOn.set(false);
    const { emitted } = await opened();
    const link = screen.getByRole('link');
    expect(link.getAttribute('href')).toBe('/settings');
    await user.click(link);
    expect(emitted.closed).toHaveLength(1);
  });
});
