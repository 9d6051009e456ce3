import { z } from 'zod';

export interface Variable {
  readonly name: string;
  readonly description: string;
  /** The default as written in the environment; `undefined` if there is none or it depends on others. */
  readonly fallback: string | undefined;
}

/**
 * Lists the variables that the given schemas read. The first schema that reads a variable describes it. Variables
 * without a description are internal and left out.
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
