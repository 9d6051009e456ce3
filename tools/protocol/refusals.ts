import type { Reason } from '@devchitchat/contracts';
import { jsonSchema } from './json-schema';

/** Why something may be refused: one row for each reason, with the sentence as a template over its parameters. */
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
