import { effect, signal, type Signal } from '@angular/core';
import type { Mute } from '@devchitchat/contracts';
import { serverNow } from '../../platform/time/server-clock';

/** Browsers store a timer in 31 bits, and fire a longer one at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The mutes that have not expired; updates when one does. Call it in a field initialiser of a component. */
export function mutedNow(mutes: Signal<readonly Mute[]>): Signal<readonly Mute[]> {
  const current = signal<readonly Mute[]>([]);
  effect((onCleanup) => {
    const all = mutes();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const now = serverNow();
      const left = all.filter(({ until }) => until > now);
      current.set(left);
      if (left.length === 0) return;
      timer = setTimeout(look, Math.min(longestTimerMs, ...left.map(({ until }) => until - now)));
    };
    look();
    onCleanup(() => {
      clearTimeout(timer);
    });
  });
  return current.asReadonly();
}
