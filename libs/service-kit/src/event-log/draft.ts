import type { Audience, BodyOf, ContentOf, EventType } from '@devchitchat/contracts';

/** An event that a decision wants to have happened: everything but what the log adds. */
export interface Draft<E extends EventType = EventType> {
  readonly type: E;
  readonly scopeId: string;
  readonly body: BodyOf<E>;
  readonly content: ContentOf<E> | null;
  readonly audience: Audience;
  /** Who follows the scope, where not all of them hear this event. They are only told that it went on. */
  readonly followers?: Audience;
}

export const draft = <E extends EventType>(type: E, parts: Omit<Draft<E>, 'type'>): Draft<E> => ({ type, ...parts });
