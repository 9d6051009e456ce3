import { allCommands, allEvents, allNotices, eventEnvelope, serviceNames } from '@devchitchat/contracts';
import { describe, fieldList } from './fields';
import { jsonSchema, namedShapes } from './json-schema';
import { errorTable, healing, introduction, limitTables, natsSubjects } from './prose';
import { commandSection, eventSection, noticeSection } from './message-sections';

const commands = (): string[] =>
  ([...serviceNames, 'gateway'] as const).flatMap((service) => {
    const own = allCommands.filter((command) => command.service === service);
    return own.length === 0 ? [] : [`## Commands of ${service}`, '', ...own.flatMap(commandSection)];
  });

const events = (): string[] => [
  '## Events',
  '',
  'Every event carries:',
  '',
  ...fieldList(jsonSchema(eventEnvelope, 'output')),
  '- `body`: as below, stored permanently in the log',
  '- `content`: as below; what people wrote or named themselves, which can be erased',
  '',
  ...allEvents.flatMap(eventSection),
];

const notices = (): string[] => ['## Notices', '', ...allNotices.flatMap(noticeSection)];

/** Shapes that the other sections refer to by name, so this is computed last. */
const shapes = (): string[] => [
  '## Shapes',
  '',
  ...[...namedShapes.keys()].sort().flatMap((name) => {
    const shape = namedShapes.get(name) ?? {};
    return [`### ${name}`, '', ...(shape.properties ? fieldList(shape) : [describe(shape)]), ''];
  }),
];

/** Generates docs/protocol.md. */
export const protocolDocument = (): string =>
  [
    introduction,
    ...errorTable(),
    ...limitTables(),
    healing,
    natsSubjects,
    ...commands(),
    ...events(),
    ...notices(),
    ...shapes(),
  ]
    .join('\n')
    .trimEnd() + '\n';
