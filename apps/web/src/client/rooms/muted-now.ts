import { computed, effect, signal, type Signal } from '@angular/core';
import type { Mute } from '@devchitchat/contracts';
import { serverNow } from '../../platform/time/server-clock';

/** Browsers store a timer in 31 bits, and fire a longer one at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The mutes that have not expired; updates when one does. Call it in a field initialiser. */
export function mutedNow<M extends Mute>(mutes: Signal<readonly M[]>): Signal<readonly M[]> {
  const looks = signal(0);
  const current = computed(() => {
    looks();
    const now = serverNow();
    return mutes().filter(({ until }) => until > now);
  });
  effect((onCleanup) => {
    const ends = current().map(({ until }) => until - serverNow());
    if (ends.length === 0) return;
    const timer = setTimeout(
      () => {
        looks.update((before) => before + 1);
      },
      Math.min(longestTimerMs, ...ends),
    );
    onCleanup(() => {
      clearTimeout(timer);
    });
  });
  return current;
}
