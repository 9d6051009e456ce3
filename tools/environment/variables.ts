import { z } from 'zod';

export interface Variable {
  readonly name: string;
  readonly description: string;
  /** As it would be written in the environment; nothing where there is none, or where it depends. */
  readonly fallback: string | undefined;
}

/**
 * What the given schemas of environments read. Where several read the same, the first describes it. A variable without a
 * description is nobody's to set.
 */
export function variablesOf(...schemas: readonly z.ZodType[]): Variable[] {
  const all = schemas.flatMap(describedIn);
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

function describedIn(schema: z.ZodType): Variable[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).flatMap(([name, property]) => {
    if (typeof property === 'boolean' || property.description === undefined) return [];
    const fallback = property.default;
    const isSaid = typeof fallback === 'string' || typeof fallback === 'number';
    return [
      { name, description: property.description, fallback: isSaid && fallback !== '' ? String(fallback) : undefined },
    ];
  });
}
