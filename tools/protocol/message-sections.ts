import {
  botSurface,
  browserSurface,
  subjects,
  type Command,
  type EventType,
  type Notice,
  type Standing,
} from '@devchitchat/contracts';
import { golden, goldenCommand } from '../../libs/contracts/src/testing/golden';
import { describe, fieldList } from './fields';
import { jsonSchema, type JsonSchema } from './json-schema';
import { refusalTable } from './refusals';

const json = (value: unknown): string[] => ['```json', JSON.stringify(value, null, 2), '```', ''];

const fields = (schema: JsonSchema): string[] => {
  const list = fieldList(schema);
  if (list.length > 0) return [...list, ''];
  return [schema.$ref ? `${describe(schema)}.` : 'Nothing.', ''];
};

function way(command: Command): string {
  if (browserSurface.http.some((word) => word.name === command.name)) return `Said as \`POST /api/${command.name}\`.`;
  if (browserSurface.socket.some((word) => word.name === command.name))
    return `Said as socket event \`${command.name}\`.`;
  return 'On no client surface: only the gateway asks it.';
}

const isForBots = (words: readonly { readonly name: string }[], { name }: { readonly name: string }): boolean =>
  words.some((word) => word.name === name);

const signedIn = ['stranger', 'formerMember', 'member', 'owner'] as const satisfies readonly Standing[];

/** Renders a command's access by standing, with one column for all signed-in users if the room makes no difference. */
function accessTable({ access }: Command): string[] {
  const alike = new Set(signedIn.map((standing) => access[standing])).size === 1;
  const columns: readonly (readonly [string, Standing])[] = alike
    ? [
        ['not signed in', 'anonymous'],
        ['signed in', 'member'],
        ['server admin', 'admin'],
      ]
    : [
        ['not signed in', 'anonymous'],
        ['never in the room', 'stranger'],
        ['left the room', 'formerMember'],
        ['member', 'member'],
        ['room owner', 'owner'],
        ['server admin, not in the room', 'admin'],
      ];
  return [
    `| ${columns.map(([title]) => title).join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    `| ${columns.map(([, standing]) => (access[standing] === 'ok' ? 'yes' : `\`${access[standing]}\``)).join(' | ')} |`,
    '',
  ];
}

export function commandSection(command: Command): string[] {
  const example = goldenCommand(command.name);
  return [
    `### ${command.name}`,
    '',
    command.summary,
    '',
    `${way(command)}${isForBots(botSurface.commands, command) ? ' A bot may send it.' : ''} Answered by ${command.service}. Rate: \`${command.rate}\`.`,
    '',
    ...accessTable(command),
    '**Input**',
    '',
    ...fields(jsonSchema(command.input, 'input')),
    ...json(example.input),
    '**Value**',
    '',
    ...fields(jsonSchema(command.value, 'output')),
    ...json(example.value),
    ...(command.refusals.length === 0 ? [] : ['**Refusals of its own**', '', ...refusalTable(command.refusals)]),
  ];
}

export function eventSection(event: EventType): string[] {
  const content = fieldList(jsonSchema(event.content, 'output'));
  const heard = browserSurface.events.some((word) => word.type === event.type);
  const heardByBots = botSurface.events.some((word) => word.type === event.type);
  return [
    `### ${event.type}`,
    '',
    event.summary,
    '',
    `Scope: ${event.scope}. On NATS: \`${subjects.event(event.service, event.type)}\`.${heard ? '' : ' Never sent to a browser.'}${heardByBots ? ' A bot hears it.' : ''}`,
    '',
    '**Body**',
    '',
    ...fields(jsonSchema(event.body, 'output')),
    ...(content.length === 0 ? [] : ['**Content**, `null` once erased', '', ...content, '']),
    ...json(golden(event.type)),
  ];
}

export function noticeSection(notice: Notice): string[] {
  const heard = browserSurface.notices.some((word) => word.name === notice.name);
  return [
    `### ${notice.name}`,
    '',
    `${notice.summary}${heard ? '' : ' Never sent to a browser.'}${isForBots(botSurface.notices, notice) ? ' A bot hears it.' : ''}`,
    '',
    ...fields(jsonSchema(notice.data, 'output')),
    ...json(golden(notice.name)),
  ];
}
