import * as contracts from '@devchitchat/contracts';
import * as z from 'zod';

/** The part of JSON Schema that the contracts use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** Named schemas of the contracts; the document describes each once. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(contracts)) if (schema instanceof z.ZodType) named.add(schema, { id });

/** All named shapes that a reader may meet, by name. */
export const namedShapes = new Map<string, JsonSchema>();

/** Converts a zod schema to JSON Schema: what a sender may write (`input`) or a reader receives (`output`). */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $defs = {}, ...described } = z.toJSONSchema(schema, { metadata: named, io }) as JsonSchema & {
    readonly $defs?: Readonly<Record<string, JsonSchema>>;
  };
  for (const [name, shape] of Object.entries($defs)) namedShapes.set(name, shape);
  return described;
}
