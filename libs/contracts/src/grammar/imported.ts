import * as z from 'zod';
import { problems } from './problems';

/** Other services whose exports can be brought here. */
export const importSource = z.enum(['discord']);
export type ImportSource = z.infer<typeof importSource>;

/** People or messages in one command of an import. Not more, because their commit keeps everybody else waiting. */
export const importedAtOnce = 100;

/** What the other service calls a person, a room or a message. */
export const sourceId = z.string().regex(/^[A-Za-z0-9_]{1,40}$/, problems.id);

/** Where something was before an import brought it here. */
export const origin = z.object({ source: importSource, id: sourceId });

/** What an id here is derived from, by every service in the same way: who or what came before is known again. */
export const originKey = (of: 'person' | 'room', source: ImportSource, id: string): string => `${source} ${of} ${id}`;
