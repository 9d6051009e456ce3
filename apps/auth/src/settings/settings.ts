import { authEvents, type ServerSettings } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

type Changes = { readonly [Name in keyof ServerSettings]?: ServerSettings[Name] | undefined };

/** No event if nothing would change. */
export function changeSettings(before: ServerSettings, wanted: Changes): readonly Draft[] {
  const names = Object.keys(before) as (keyof ServerSettings)[];
  const changed = names.filter((name) => wanted[name] !== undefined && wanted[name] !== before[name]);
  if (changed.length === 0) return [];
  const body = Object.fromEntries(changed.map((name) => [name, wanted[name]]));
  return [draft(authEvents.serverSettingsChanged, { scopeId: '', body, content: null, audience: 'everyone' })];
}
