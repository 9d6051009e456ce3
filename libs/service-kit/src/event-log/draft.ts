import type { Audience, BodyOf, ContentOf, EventType } from '@devchitchat/contracts';

/** An event that `decide` returns: all fields except those the log adds. */
export interface Draft<E extends EventType = EventType> {
  readonly type: E;
  readonly scopeId: string;
  readonly body: BodyOf<E>;
  readonly content: ContentOf<E> | null;
  readonly audience: Audience;
  /** The followers of the scope, if not all of them receive this event. The others are told only the scope's new head. */
  readonly followers?: Audience;
}

export const draft = <E extends EventType>(type: E, parts: Omit<Draft<E>, 'type'>): Draft<E> => ({ type, ...parts });
