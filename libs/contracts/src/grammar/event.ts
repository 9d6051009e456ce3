import * as z from 'zod';
import { eventId, timestamp, traceId, userId, type SessionId, type UserId } from './ids';
import type { ServiceName } from './service-name';

/** A chain of events: of the whole server, a room, a call, or one person's private data. */
export const scopeKinds = ['server', 'room', 'call', 'user'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export interface Scope {
  readonly kind: ScopeKind;
  /** The room's, call's or person's id; `''` for the server. */
  readonly id: string;
}

/** The recipients, named by the event itself, so that the gateway needs no rules and no state. A session is one device. */
export type Audience = 'everyone' | readonly (UserId | SessionId)[];

/**
 * A fact. `body` is written to the log permanently; `content` holds texts and names that people chose,
 * is stored in an erasable row beside the log, and is `null` once erased.
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

/** The fields of every event. */
export const eventEnvelope = z.object({
  eventId,
  /** The previous event of the same scope, 0 for the first. A client whose last event differs missed some and must `sync`. */
  prev: eventId,
  ts: timestamp,
  /** The actor; `null` for the server itself. */
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

/** An event as sent over NATS, with its recipients. */
export interface PublishedEvent<E extends AnyEvent = AnyEvent> {
  readonly audience: Audience;
  readonly event: E;
}

/** True, and narrowed, when `event` is of the given type. */
export const isEvent = <E extends EventType>(type: E, event: AnyEvent): event is EventOf<E> => event.type === type.type;
