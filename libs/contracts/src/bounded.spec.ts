import { z } from 'zod';
import { allCommands, allEvents, allNotices } from './vocabulary';
import { unboundedIn } from './testing/unbounded';

/**
 * Every collection that grows with use needs a bound in its contract: `.max` for one answer, event or notice, and
 * `pageAfter` and `nextPage` to reach the rest. Otherwise it eventually exceeds the size of a NATS message. Exempt are
 * records keyed by names from the contracts, and one event's body, which its own contract bounds.
 */
const bounded = ['.events[].body', '.turnedAway.refusedCommands', '.turnedAway.cuts'];
const endless = (schema: z.ZodType) => unboundedIn(schema).filter((path) => !bounded.some((end) => path.endsWith(end)));

describe('every list has an end', () => {
  it.each(allCommands.map((command) => [command.name, command.value] as const))('in the answer to %s', (_name, value) =>
    expect(endless(value)).toEqual([]),
  );

  it.each(allCommands.map((command) => [command.name, command.input] as const))('in the input of %s', (_name, input) =>
    expect(endless(input)).toEqual([]),
  );

  it.each(allEvents.map((event) => [event.type, event] as const))('in the event %s', (_type, { body, content }) =>
    expect([...endless(body), ...endless(content)]).toEqual([]),
  );

  it.each(allNotices.map((notice) => [notice.name, notice.data] as const))('in the notice %s', (_name, data) =>
    expect(endless(data)).toEqual([]),
  );

  it.each(
    allCommands
      .filter(({ value }) => 'next' in (value as Partial<z.ZodObject>).shape!)
      .map(({ name, input }) => [name, input] as const),
  )('whose next page %s names can be asked for', (_name, input) =>
    expect(Object.keys((input as z.ZodObject).shape)).toEqual(expect.arrayContaining(['after', 'limit'])),
  );
});

describe('a list without an end', () => {
  it.each([
    ['on its own', z.array(z.string()), ['']],
    ['in an object', z.object({ a: z.object({ b: z.array(z.string()) }) }), ['.a.b']],
    ['in a list that has one', z.array(z.object({ b: z.array(z.string()) })).max(3), ['[].b']],
    ['behind optional, nullable, default and a pipe', z.array(z.string()).optional().nullable().default([]), ['']],
    ['in a union', z.discriminatedUnion('k', [z.object({ k: z.literal(1), l: z.array(z.string()) })]), ['.l']],
    ['as a record with any key', z.record(z.string(), z.number()), ['']],
    ['as a set', z.set(z.string()), ['']],
    ['as a transformed value', z.array(z.string()).transform((list) => list.length), ['']],
  ])('is found %s', (_where, schema, found) => expect(unboundedIn(schema)).toEqual(found));

  it.each([
    ['with a maximum', z.array(z.string()).max(1)],
    ['with a length', z.array(z.string()).length(2)],
    ['as a record whose keys are known', z.record(z.enum(['a']), z.number())],
    ['as a partial record whose keys are known', z.partialRecord(z.enum(['a']), z.number())],
  ])('is not found %s', (_where, schema) => expect(unboundedIn(schema)).toEqual([]));
});
