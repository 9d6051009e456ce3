import type { ModerationAct, RoomRole, UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { momentOf, spanInWords } from '../../platform/time/times';

/** The action as a sentence; for changed settings, one sentence each. */
export function actText(act: ModerationAct, nameOf: (userId: UserId) => string): string {
  const by = act.by === null ? t('The server') : nameOf(act.by);
  const name = 'userId' in act ? nameOf(act.userId) : '';
  switch (act.kind) {
    case 'kicked':
      return t('{by} removed {name}.', { by, name });
    case 'banned':
      return t('{by} banned {name}.', { by, name });
    case 'unbanned':
      return t('{by} unbanned {name}.', { by, name });
    case 'muted':
      return t('{by} muted {name} until {until}.', { by, name, until: momentOf(act.until) });
    case 'unmuted':
      return t('{by} unmuted {name}.', { by, name });
    case 'role_changed':
      return t(roleTexts[act.role], { by, name });
    case 'message_deleted':
      return t('{by} deleted a message of {name}.', { by, name });
    case 'room_updated':
      return updateText(act, by);
    case 'settings_changed':
      return settingsTexts(act, by).join(' ');
  }
}

const roleTexts = {
  owner: '{by} made {name} the owner.',
  mod: '{by} made {name} a moderator.',
  member: '{by} made {name} a member.',
} as const satisfies Record<RoomRole, string>;

function updateText({ name, topic }: ModerationAct & { kind: 'room_updated' }, by: string): string {
  if (name === null) return t('{by} changed the name or the topic.', { by });
  if (!topic)
    return t('{by} changed the name or the topic. The room is now called {room} and has no topic.', { by, room: name });
  return t('{by} changed the name or the topic. The room is now called {room}: {topic}', { by, room: name, topic });
}

function settingsTexts(
  { slowModeSeconds, everyoneBy, forEverybody }: ModerationAct & { kind: 'settings_changed' },
  by: string,
): readonly string[] {
  return [
    ...(slowModeSeconds === 0 ? [t('{by} turned slow mode off.', { by })] : []),
    ...(slowModeSeconds ? [t('{by} set slow mode to {span}.', { by, span: spanInWords(slowModeSeconds) })] : []),
    ...(everyoneBy === 'everybody' ? [t('{by} allowed everyone to use @everyone.', { by })] : []),
    ...(forEverybody === true ? [t('{by} made this a room for everybody.', { by })] : []),
    ...(forEverybody === false ? [t('{by} stopped adding everybody to this room.', { by })] : []),
    ...(everyoneBy === 'moderators' ? [t('{by} limited @everyone to the owner and moderators.', { by })] : []),
  ];
}
