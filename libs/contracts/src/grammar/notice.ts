import type { z } from 'zod';
import type { Audience } from './event';
import type { ProcessName } from './service-name';

/** A message about the present: published, never stored, never answered. */
export interface Notice<Name extends string = string, Data extends z.ZodType = z.ZodType> {
  readonly kind: 'notice';
  readonly name: Name;
  /** The sending process; `any` if every process sends it. */
  readonly from: ProcessName | 'any';
  readonly summary: string;
  readonly data: Data;
}

export const defineNotice = <Name extends string, Data extends z.ZodType>(
  name: Name,
  definition: Omit<Notice<Name, Data>, 'kind' | 'name'>,
): Notice<Name, Data> => ({ kind: 'notice', name, ...definition });

export type DataOf<N extends Notice> = z.output<N['data']>;

/** A notice as sent over NATS. With an empty audience it is for services only. */
export interface PublishedNotice<N extends Notice = Notice> {
  readonly audience: Audience;
  readonly name: N['name'];
  readonly data: DataOf<N>;
}
