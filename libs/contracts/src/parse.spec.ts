import * as z from 'zod';
import type { Command } from './grammar/command';
import { declaresReason } from './declared-refusals';
import { parseInput } from './parse';
import { goldenCommand } from './testing/golden';
import { allCommands } from './vocabulary';

type JsonSchema = {
  readonly type?: string;
  readonly properties?: Record<string, JsonSchema>;
  readonly items?: JsonSchema;
};
type Path = readonly (string | number)[];

interface Field {
  readonly path: Path;
  readonly value: unknown;
}

const secret = 'canary-5f2d';

/** Every path in an example input, from the top down. */
function fieldsOf(value: unknown, path: Path = []): Field[] {
  const inside: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const key = (name: string) => (Array.isArray(value) ? Number(name) : name);
  return [{ path, value }, ...inside.flatMap(([name, part]) => fieldsOf(part, [...path, key(name)]))];
}

/** A copy of `value` with something else at `path`. */
function withAt(value: unknown, [key, ...rest]: Path, put: (old: unknown) => unknown): unknown {
  if (key === undefined) return put(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}

const commands = allCommands.map((command) => [command.name, command] as const);
const inputs = allCommands.flatMap((command) =>
  fieldsOf(goldenCommand(command.name).input).map(
    (field) => [command.name, field.path.join('.'), command, field] as const,
  ),
);
const objects = inputs.filter(
  ([, , , { value }]) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const strings = inputs.filter(([, , , { value }]) => typeof value === 'string');
const arrays = inputs.filter(([, , , { value }]) => Array.isArray(value));

const put = (command: Command, path: Path, value: unknown) =>
  parseInput(
    command,
    withAt(goldenCommand(command.name).input, path, () => value),
  );

const refusalOf = (reply: ReturnType<typeof parseInput>) => (reply.ok ? undefined : reply.error);

describe('what is wrong with a field', () => {
  const wrong = (name: string, field: string, value: unknown) => {
    const command = allCommands.find((each) => each.name === name);
    if (!command) throw new Error(`There is no ${name}.`);
    const { reason, params } = refusalOf(put(command, [field], value)) ?? {};
    return [reason, params];
  };

  it.each([
    ['msg.send', 'files', [], 'input.too_few', { limit: 1 }],
    ['file.begin', 'name', '../a', 'input.file_name', {}],
    ['file.begin', 'size', 0, 'input.too_low', { limit: 1 }],
    ['msg.send', 'text', 'x'.repeat(8_001), 'input.too_many_bytes', { limit: 8_000 }],
    ['auth.profile_update', 'bio', 'é'.repeat(251), 'input.too_many_bytes', { limit: 500 }],
    ['auth.profile_update', 'bio', 'a\0b', 'input.invisible', {}],
    ['auth.profile_update', 'bio', ' \n ', 'input.empty', {}],
    ['auth.profile_update', 'tone', 10, 'input.too_high', { limit: 9 }],
    ['auth.picture_set', 'small', '<svg>', 'input.form', {}],
    ['room.create', 'name', '', 'input.empty', {}],
    ['room.create', 'name', 'x'.repeat(65), 'input.too_long', { limit: 64 }],
    ['room.create', 'name', 'a\u202eb', 'input.invisible', {}],
    ['room.create', 'kind', 'secret', 'input.not_a_choice', {}],
    ['room.join', 'roomId', 'lobby', 'input.id', {}],
    ['dm.open', 'userIds', [], 'input.too_few', { limit: 1 }],
    ['msg.list', 'limit', 201, 'input.too_high', { limit: 200 }],
    ['msg.list', 'limit', '200', 'input.wrong_type', { expected: 'number' }],
    ['msg.react', 'emoji', 'no', 'input.emoji', {}],
    ['auth.invite_redeem', 'handle', 'a b', 'input.characters', {}],
    ['auth.invite_redeem', 'handle', '-a-', 'input.ends', {}],
    ['auth.invite_redeem', 'handle', 'a', 'input.too_short', { limit: 2 }],
    ['room.update', 'slowModeSeconds', 3, 'input.slow_mode', {}],
  ])('of %s is told as data: %s', (name, field, value, reason, params) => {
    expect(wrong(name, field, value)).toEqual([reason, { field, ...params }]);
  });
});

describe('parseInput', () => {
  it.each(commands)('%s: takes the example', (name, command) => {
    expect(parseInput(command, goldenCommand(name).input)).toEqual({ ok: true, value: goldenCommand(name).input });
  });

  it.each(commands)('%s: the example shows every field there is', (name, command) => {
    const known = (schema: JsonSchema, path = ''): string[] => [
      ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => [
        `${path}${key}`,
        ...known(part, `${path}${key}.`),
      ]),
      ...(schema.items ? known(schema.items, `${path}0.`) : []),
    ];
    const shown = fieldsOf(goldenCommand(name).input).map((field) => field.path.join('.'));
    const exclusive = name === 'msg.list' ? ['afterSeq', 'fromTs'] : [];

    expect(shown).toEqual(
      expect.arrayContaining(
        known(z.toJSONSchema(command.input, { io: 'input' }) as JsonSchema).filter((f) => !exclusive.includes(f)),
      ),
    );
  });

  it.each(objects)('%s: refuses a field it does not know in {%s}', (_name, _path, command, { path, value }) => {
    expect(refusalOf(put(command, path, { ...(value as object), [secret]: 1 }))?.code).toBe('invalid');
  });

  it.each(objects)('%s: refuses a planted __proto__ in {%s}', (_name, _path, command, { path, value }) => {
    const planted: unknown = JSON.parse(
      JSON.stringify(value).replace(/^\{/, '{"__proto__":{"admin":true},').replace(',}', '}'),
    );

    expect(refusalOf(put(command, path, planted))?.code).toBe('invalid');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each(inputs)('%s: refuses any other type at "%s"', (_name, _path, command, { path, value }) => {
    const typeOf = (some: unknown) => (Array.isArray(some) ? 'array' : typeof some);
    const incomparable = { toString: 0, valueOf: 0 };
    const others = [true, -1.5, Number.NaN, secret, [[]], { [secret]: secret }, { length: incomparable }].filter(
      (other) => typeOf(other) !== typeOf(value),
    );

    for (const other of others) expect([other, refusalOf(put(command, path, other))?.code]).toEqual([other, 'invalid']);
  });

  it.each(strings)('%s: refuses a megabyte at "%s"', (_name, path, command, field) => {
    const code =
      ['text', 'sdp', 'bio'].includes(path.split('.').at(-1) ?? '') && command.name !== 'search.query'
        ? 'too_large'
        : 'invalid';

    expect(refusalOf(put(command, field.path, 'x'.repeat(1_000_000)))?.code).toBe(code);
  });

  it.each(arrays)('%s: refuses a list without an end at "%s"', (_name, _path, command, { path, value }) => {
    const endless = Array.from({ length: 20_000 }, () => (value as unknown[])[0]);

    expect(refusalOf(put(command, path, endless))?.code).toBe('invalid');
  });

  it.each(inputs)('%s: never repeats what stood at "%s"', (_name, _path, command, { path }) => {
    const planted = [secret, secret.repeat(10_000), [secret], { [secret]: secret }, `${secret}\0`];

    for (const value of planted)
      expect(JSON.stringify(refusalOf(put(command, path, value)) ?? '')).not.toContain(secret);
  });

  it.each(inputs)('%s: every refusal about "%s" is a sentence', (_name, _path, command, { path }) => {
    const reply = put(command, path, Symbol.iterator);

    expect(refusalOf(reply)?.message).toMatch(/^(Invalid |The input|")[^\n{}]+\.$/);
    expect(declaresReason(command, refusalOf(reply)?.reason ?? '')).toBe(true);
    expect(refusalOf(reply)?.retryable).toBe(false);
  });
});
