import { DestroyRef, inject } from '@angular/core';

/** `setTimeout` for a service: its timers end with the current injector. */
export function injectTimers(): (run: () => void, milliseconds: number) => void {
  const destroyRef = inject(DestroyRef);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  destroyRef.onDestroy(() => {
    timers.forEach(clearTimeout);
  });
  return (run, milliseconds) => {
    if (destroyRef.destroyed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, milliseconds);
    timers.add(timer);
  };
}
