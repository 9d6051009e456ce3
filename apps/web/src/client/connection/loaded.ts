import { computed, inject, linkedSignal, resource, type Signal, type WritableSignal } from '@angular/core';
import type { Refusal, Reply } from '@devchitchat/contracts';
import { Connection } from './connection';

/** What is loaded from the server. */
export interface Loaded<Value> {
  /** The latest value, also while the next one loads or after that is refused; `null` before the first. */
  readonly value: WritableSignal<Value | null>;
  /** Why the last load failed; `null` while it loads again. */
  readonly refusal: Signal<Refusal | null>;
  /** The same as a sentence; empty where nothing failed. */
  readonly problem: Signal<string>;
  reload(): void;
}

interface Load<Params, Value> {
  /** Loads again whenever these change; `undefined` loads nothing. */
  readonly params: () => Params | undefined;
  readonly load: (params: Params) => Promise<Reply<Value>>;
}

/** Angular's `resource` for requests, which answer with a Reply and do not throw. To be called in an injection context. */
export function loaded<Params, Value>({ params, load }: Load<Params, Value>): Loaded<Value> {
  const answer = resource({ params, loader: ({ params }) => load(params) });
  const reply = computed(() => (answer.hasValue() ? answer.value() : undefined));
  const value = linkedSignal<Reply<Value> | undefined, Value | null>({
    source: reply,
    computation: (reply, previous) => (reply?.ok ? reply.value : (previous?.value ?? null)),
  });
  const refusal = computed(() => {
    const latest = answer.isLoading() ? undefined : reply();
    return latest && !latest.ok ? latest.error : null;
  });
  return { value, refusal, problem: computed(() => refusal()?.message ?? ''), reload: () => void answer.reload() };
}

/** Loads as soon as the page is online, and again whenever it is online again. To be called in an injection context. */
export function loadedOnline<Value>(load: () => Promise<Reply<Value>>): Loaded<Value> {
  const connection = inject(Connection);
  return loaded({ params: () => (connection.state() === 'online' ? {} : undefined), load });
}
