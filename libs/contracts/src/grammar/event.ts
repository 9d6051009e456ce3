import * as z from 'zod';
import { eventId, timestamp, traceId, userId, type SessionId, type UserId } from './ids';
import type { ServiceName } from './service-name';

/** What a chain of events belongs to: the whole server, one room, one call, or one person's own things. */
export const scopeKinds = ['server', 'room', 'call', 'user'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export interface Scope {
  readonly kind: ScopeKind;
  /** The room's, call's or person's id; `''` for the server. */
  readonly id: string;
}

/** The recipients an event names itself, so that a carrier needs no rule and no memory. A session is one device. */
export type Audience = 'everyone' | readonly (UserId | SessionId)[];

/**
 * Something that happened. `body` is written to the log for good; `content` holds what people wrote or named themselves,
 * stands in an erasable row beside the log, and is `null` once erased.
 */
export interface EventType<
  Type extends string = string,
  Kind extends ScopeKind = ScopeKind,
  Body extends z.ZodType = z.ZodType,
  Content extends z.ZodType = z.ZodType,
> {
  readonly kind: 'event';
  /** Past tense, `subject.happened`. */
  readonly type: Type;
  readonly service: ServiceName;
  readonly scope: Kind;
  readonly summary: string;
  readonly body: Body;
  readonly content: Content;
}

export const defineEvent = <
  Type extends string,
  Kind extends ScopeKind,
  Body extends z.ZodType,
  Content extends z.ZodType = z.ZodNull,
>(
  type: Type,
  definition: {
    service: ServiceName;
    scope: Kind;
    summary: string;
    body: Body;
    content?: Content;
  },
): EventType<Type, Kind, Body, Content> => ({
  kind: 'event',
  type,
  ...definition,
  content: definition.content ?? (z.null() as unknown as Content),
});

export type BodyOf<E extends EventType> = z.output<E['body']>;
export type ContentOf<E extends EventType> = z.output<E['content']>;

/** What every event carries, whatever its type. */
export const eventEnvelope = z.object({
  eventId,
  /** The event before this one in the same scope, 0 for the first. Not the one you hold? Then you missed some: `sync`. */
  prev: eventId,
  ts: timestamp,
  /** Who did it; `null` for the server itself. */
  actorUserId: userId.nullable(),
  scope: z.object({ kind: z.enum(scopeKinds), id: z.string() }),
  type: z.string(),
  trace: traceId,
});

export interface EventOf<E extends EventType> {
  readonly eventId: number;
  readonly prev: number;
  readonly ts: number;
  readonly actorUserId: UserId | null;
  readonly scope: { readonly kind: E['scope']; readonly id: string };
  readonly type: E['type'];
  readonly trace: string;
  readonly body: BodyOf<E>;
  readonly content: ContentOf<E> | null;
}

export type AnyEvent = EventOf<EventType>;

/** An event on its way through NATS: with the recipients it names. */
export interface PublishedEvent<E extends AnyEvent = AnyEvent> {
  readonly audience: Audience;
  readonly event: E;
}

/** True, and narrowed, when `event` is of the given type. */
export const isEvent = <E extends EventType>(type: E, event: AnyEvent): event is EventOf<E> => event.type === type.type;
