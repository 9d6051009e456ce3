import type { BodyOf } from '../grammar/event';
import type { roomSettingsChanged } from './events';
import type { RoomSettings } from './model';

export type SettingsChange = Omit<BodyOf<typeof roomSettingsChanged>, 'roomId'>;

/** Applies a change to a room's settings. Omitted fields are unchanged. */
export function settingsAfter(before: RoomSettings, change: SettingsChange): RoomSettings {
  const forEverybody = change.forEverybody ?? before.forEverybody;
  return {
    slowModeSeconds: change.slowModeSeconds ?? before.slowModeSeconds,
    everyoneBy: change.everyoneBy ?? before.everyoneBy,
    ...(forEverybody !== undefined && { forEverybody }),
  };
}

/** The part of a change that differs from the current settings; `null` if it changes nothing. */
export function changedSettings(before: RoomSettings, change: SettingsChange): SettingsChange | null {
  const after = settingsAfter(before, change);
  const news = {
    ...(after.slowModeSeconds !== before.slowModeSeconds && { slowModeSeconds: after.slowModeSeconds }),
    ...(after.everyoneBy !== before.everyoneBy && { everyoneBy: after.everyoneBy }),
    ...(isForAll(after) !== isForAll(before) && { forEverybody: isForAll(after) }),
  };
  return Object.keys(news).length > 0 ? news : null;
}

const isForAll = ({ forEverybody = false }: RoomSettings): boolean => forEverybody;
