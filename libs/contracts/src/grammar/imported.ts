import * as z from 'zod';
import { problems } from './problems';

/** Services whose exports can be imported. */
export const importSource = z.enum(['discord']);
export type ImportSource = z.infer<typeof importSource>;

/** Most people or messages in one import command. Limited, because its commit delays all other writes. */
export const importedAtOnce = 100;

/** The other service's id of a person, a room or a message. */
export const sourceId = z.string().regex(/^[A-Za-z0-9_]{1,40}$/, problems.id);

/** The source of something imported. */
export const origin = z.object({ source: importSource, id: sourceId });

/** The seed of an imported thing's id. Every service derives it the same way, so a repeated import finds the same thing. */
export const originKey = (of: 'person' | 'room', source: ImportSource, id: string): string => `${source} ${of} ${id}`;
