import type { BodyOf } from '../grammar/event';
import type { roomSettingsChanged } from './events';
import type { RoomSettings } from './model';

export type SettingsChange = Omit<BodyOf<typeof roomSettingsChanged>, 'roomId'>;

/** How people may talk in a room after somebody changed it. What a change leaves out stays as it was. */
export const settingsAfter = (before: RoomSettings, change: SettingsChange): RoomSettings => ({
  slowModeSeconds: change.slowModeSeconds ?? before.slowModeSeconds,
  everyoneBy: change.everyoneBy ?? before.everyoneBy,
});

/** What of a change is not so already; `null` where it changes nothing. */
export function newsIn(before: RoomSettings, change: SettingsChange): SettingsChange | null {
  const after = settingsAfter(before, change);
  const news = {
    ...(after.slowModeSeconds !== before.slowModeSeconds && { slowModeSeconds: after.slowModeSeconds }),
    ...(after.everyoneBy !== before.everyoneBy && { everyoneBy: after.everyoneBy }),
  };
  return Object.keys(news).length > 0 ? news : null;
}
