import { computed, effect, inject, signal, untracked, type Signal, type WritableSignal } from '@angular/core';
import type { Refusal, Reply } from '@devchitchat/contracts';
import { Connection } from './connection';

/** A value loaded from the server. */
export interface Loaded<Value> {
  /** The latest value, also while the next one loads or after its refusal; `null` before the first. */
  readonly value: WritableSignal<Value | null>;
  /** The refusal of the last load; `null` while it loads again. */
  readonly refusal: Signal<Refusal | null>;
  /** The refusal as a sentence; empty if there is none. */
  readonly problem: Signal<string>;
  reload(): void;
}

interface Load<Params, Value> {
  /** Loads again whenever these change; `undefined` loads nothing. */
  readonly params: () => Params | undefined;
  readonly load: (params: Params) => Promise<Reply<Value>>;
}

/**
 * Of several requests only the reply to the latest counts. Call it in an injection context. Why this is not Angular's
 * `resource`: docs/decisions/0082-load-without-resource.md.
 */
export function loaded<Params, Value>({ params, load }: Load<Params, Value>): Loaded<Value> {
  const value = signal<Value | null>(null);
  const refusal = signal<Refusal | null>(null);
  const reloads = signal(0);
  let latest = 0;

  const ask = async (asked: Params): Promise<void> => {
    const question = (latest += 1);
    refusal.set(null);
    const reply = await load(asked);
    if (question !== latest) return;
    if (reply.ok) value.set(reply.value);
    else refusal.set(reply.error);
  };
  effect(() => {
    reloads();
    const asked = params();
    if (asked !== undefined) untracked(() => void ask(asked));
  });

  const reload = (): void => reloads.update((count) => count + 1);
  return { value, refusal, problem: computed(() => refusal()?.message ?? ''), reload };
}

/** Loads as soon as the page is online, and again whenever it is online again. Call it in an injection context. */
export function loadedOnline<Value>(load: () => Promise<Reply<Value>>): Loaded<Value> {
  const connection = inject(Connection);
  return loaded({ params: () => (connection.state() === 'online' ? {} : undefined), load });
}
