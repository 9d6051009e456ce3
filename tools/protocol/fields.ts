import type { JsonSchema } from './json-schema';

/** Renders an object's fields as a Markdown list, with nested lists for nested objects. */
export function fieldList(schema: JsonSchema, indent = ''): string[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    `${indent}- \`${name}\`${required.has(name) ? '' : ' (may be left out)'}: ${describe(field)}`,
    ...insideOf(field, `${indent}  `),
  ]);
}

function insideOf(field: JsonSchema, indent: string): string[] {
  const variants = field.items?.oneOf ?? field.oneOf ?? [];
  return [
    ...fieldList(field, indent),
    ...fieldList(field.items ?? {}, indent),
    ...variants.flatMap((variant) => [`${indent}- either`, ...fieldList(variant, `${indent}  `)]),
  ];
}

/** Describes the values of a field: `integer, 1 to 200, default 50`. */
export function describe(schema: JsonSchema): string {
  const byDefault = schema.default === undefined ? [] : [`default \`${JSON.stringify(schema.default)}\``];
  return [kindOf(schema), ...bounds(schema), ...byDefault].join(', ');
}

function kindOf(schema: JsonSchema): string {
  if (schema.$ref) return shapeLink(schema.$ref);
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`"${value}"\``).join(' or ');
  if (schema.anyOf) return schema.anyOf.map(describe).join(' or ');
  if (schema.items) return schema.items.oneOf ? 'list of' : `list of ${describe(schema.items)}`;
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  return typeof schema.type === 'string' ? schema.type : 'anything';
}

function shapeLink(reference: string): string {
  const name = reference.split('/').at(-1) ?? reference;
  return `[${name}](#${name.toLowerCase()})`;
}

/** JSON Schema writes "any safe integer" as bounds, which readers do not need. */
const isWorthStating = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function bounds(schema: JsonSchema): string[] {
  const min = schema.exclusiveMinimum === undefined ? schema.minimum : schema.exclusiveMinimum + 1;
  return [
    ...between(min, schema.maximum, ''),
    ...between(schema.minLength, schema.maxLength, ' characters'),
    ...between(schema.minItems, schema.maxItems, ' entries'),
    ...(schema.pattern === undefined ? [] : [`\`${schema.pattern}\``]),
  ];
}

function between(min: number | undefined, max: number | undefined, unit: string): string[] {
  if (isWorthStating(min) && isWorthStating(max)) return [`${number(min)} to ${number(max)}${unit}`];
  if (isWorthStating(max)) return [`at most ${number(max)}${unit}`];
  return isWorthStating(min) ? [`at least ${number(min)}${unit}`] : [];
}

const number = (value: number): string => value.toLocaleString('en-US');
