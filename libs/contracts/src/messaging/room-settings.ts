import type { BodyOf } from '../grammar/event';
import type { roomSettingsChanged } from './events';
import type { RoomSettings } from './model';

export type SettingsChange = Omit<BodyOf<typeof roomSettingsChanged>, 'roomId'>;

/** Applies a change to a room's settings. Omitted fields are unchanged. */
export const settingsAfter = (before: RoomSettings, change: SettingsChange): RoomSettings => ({
  slowModeSeconds: change.slowModeSeconds ?? before.slowModeSeconds,
  everyoneBy: change.everyoneBy ?? before.everyoneBy,
});

/** The part of a change that differs from the current settings; `null` if it changes nothing. */
export function changedSettings(before: RoomSettings, change: SettingsChange): SettingsChange | null {
  const after = settingsAfter(before, change);
  const news = {
    ...(after.slowModeSeconds !== before.slowModeSeconds && { slowModeSeconds: after.slowModeSeconds }),
    ...(after.everyoneBy !== before.everyoneBy && { everyoneBy: after.everyoneBy }),
  };
  return Object.keys(news).length > 0 ? news : null;
}
