import type { Reason } from '@devchitchat/contracts';
import { jsonSchema } from './json-schema';

/** Renders reasons for refusals: one row each, with the sentence as a template over its parameters. */
export const refusalTable = (reasons: readonly Reason[]): string[] => [
  '| reason | code | params | message |',
  '| --- | --- | --- | --- |',
  ...reasons.map((reason) => `| ${cells(reason).join(' | ')} |`),
  '',
];

const cells = ({ name, code, params, sentence }: Reason): string[] => [
  `\`${name}\``,
  `\`${code}\``,
  Object.entries(params)
    .map(([param, schema]) => `\`${param}\`: ${String(jsonSchema(schema, 'output').type)}`)
    .join(', '),
  sentence.replaceAll('|', '\\|'),
];
