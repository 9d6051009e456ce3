import type { z } from 'zod';

type Checks = readonly { readonly _zod: { readonly def: { readonly check: string } } }[];

const hasEnd = (checks: Checks = []): boolean =>
  checks.some(({ _zod }) => _zod.def.check === 'max_length' || _zod.def.check === 'length_equals');

/** The paths of all lists, sets, maps and records in a schema that have no maximum size. */
export function unboundedIn(schema: z.core.$ZodType, path = ''): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => unboundedIn(field, `${path}.${name}`));
    case 'array':
      return [...(hasEnd(def.checks) ? [] : [path]), ...unboundedIn(def.element, `${path}[]`)];
    case 'tuple':
      return [...(def.rest ? [path] : []), ...def.items.flatMap((item, at) => unboundedIn(item, `${path}[${at}]`))];
    case 'record':
      return [
        ...((def.keyType as z.core.$ZodTypes)._zod.def.type === 'enum' ? [] : [path]),
        ...unboundedIn(def.valueType, `${path}[]`),
      ];
    case 'map':
    case 'set':
      return [path];
    case 'union':
      return [...new Set(def.options.flatMap((option) => unboundedIn(option, path)))];
    case 'intersection':
      return [...unboundedIn(def.left, path), ...unboundedIn(def.right, path)];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unboundedIn(def.innerType, path);
    case 'pipe':
      return [...new Set([...unboundedIn(def.in, path), ...unboundedIn(def.out, path)])];
    case 'lazy':
      throw new Error(`${path} is lazy, and may hold itself without an end.`);
    default:
      return [];
  }
}
