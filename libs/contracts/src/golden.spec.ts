import * as z from 'zod';
import { eventEnvelope, type EventType } from './grammar/event';
import { golden, goldenCommand, goldenNames } from './testing/golden';
import { allCommands, allEvents, allNotices } from './vocabulary';

const wholeEvent = (type: EventType) =>
  eventEnvelope.extend({
    type: z.literal(type.type),
    scope: z.object({ kind: z.literal(type.scope), id: type.scope === 'server' ? z.literal('') : z.string().min(1) }),
    body: type.body,
    content: type.content.nullable(),
  });

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('golden files', () => {
  it('exist for every command, event and notice, and for nothing else', () => {
    const words = [
      ...allCommands.map((c) => c.name),
      ...allEvents.map((e) => e.type),
      ...allNotices.map((n) => n.name),
    ];

    expect([...goldenNames].sort()).toEqual(words.sort());
  });

  it.each(allEvents.map((type) => [type.type, type] as const))(
    'event %s: parses and comes back unchanged',
    (name, type) => {
      const example = golden(name);

      expect(overTheWire(wholeEvent(type).parse(example))).toEqual(example);
    },
  );

  it.each(allEvents.map((type) => [type.type, type] as const))('event %s: may have lost its content', (name, type) => {
    const erased = { ...(golden(name) as object), content: null };

    expect(wholeEvent(type).safeParse(erased).success).toBe(true);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    'command %s: input and value parse and come back unchanged',
    (name, command) => {
      const { input, value } = goldenCommand(name);

      expect(overTheWire(command.input.parse(input))).toEqual(input);
      expect(overTheWire(command.value.parse(value))).toEqual(value);
    },
  );

  it.each(allNotices.map((notice) => [notice.name, notice] as const))(
    'notice %s: parses and comes back unchanged',
    (name, notice) => {
      const example = golden(name);

      expect(overTheWire(notice.data.parse(example))).toEqual(example);
    },
  );
});
