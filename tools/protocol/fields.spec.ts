import * as z from 'zod';
import { fieldList } from './fields';
import { jsonSchema } from './json-schema';

const listed = (schema: z.ZodType) => fieldList(jsonSchema(schema, 'input'));

describe('a field list', () => {
  it('states type, bounds and default', () => {
    const page = z.strictObject({ limit: z.number().int().min(1).max(200).default(50), text: z.string().max(10_000) });

    expect(listed(page)).toEqual([
      '- `limit` (may be left out): integer, 1 to 200, default `50`',
      '- `text`: string, at most 10,000 characters',
    ]);
  });

  it('omits bounds that every number has', () => {
    expect(listed(z.strictObject({ ts: z.number().int(), id: z.number().int().positive() }))).toEqual([
      '- `ts`: integer',
      '- `id`: integer, at least 1',
    ]);
  });

  it('shows the fields of lists and variants', () => {
    const rooms = z.strictObject({
      gone: z.array(z.string()).max(3),
      rooms: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('a'), n: z.number() }),
          z.strictObject({ kind: z.literal('b') }),
        ]),
      ),
    });

    expect(listed(rooms)).toEqual([
      '- `gone`: list of string, at most 3 entries',
      '- `rooms`: list of',
      '  - either',
      '    - `kind`: `"a"`',
      '    - `n`: number',
      '  - either',
      '    - `kind`: `"b"`',
    ]);
  });
});
