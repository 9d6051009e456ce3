import { DestroyRef, inject } from '@angular/core';

/** A signal for `addEventListener` that aborts when the current injector is destroyed. */
export function injectDestroySignal(): AbortSignal {
  const destroyed = new AbortController();
  inject(DestroyRef).onDestroy(() => {
    destroyed.abort();
  });
  return destroyed.signal;
}
