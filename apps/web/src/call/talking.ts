import { effect, inject, Injectable, signal } from '@angular/core';
import type { PeerId } from '@devchitchat/contracts';
import { CurrentCall } from './current-call';
import { listen, speaking, type LastLoud } from './media/speaking';

const everyMs = 100;

/** Who is speaking in the call one is in. */
@Injectable({ providedIn: 'root' })
export class Talking {
  private readonly call = inject(CurrentCall);
  private readonly current = signal<ReadonlySet<PeerId>>(new Set(), { equal: sameMembers });
  readonly now = this.current.asReadonly();
  private lastLoud: LastLoud<PeerId> = new Map();

  constructor() {
    effect((onCleanup) => {
      const me = this.call.me();
      if (!me) return this.current.set(new Set());
      const timer = setInterval(() => {
        this.measure(me);
      }, everyMs);
      onCleanup(() => {
        clearInterval(timer);
      });
    });
  }

  private measure(me: PeerId): void {
    const now = performance.now();
    this.lastLoud = listen(this.lastLoud, this.call.hearing.levels(me), now);
    this.current.set(speaking(this.lastLoud, now));
  }
}

function sameMembers<Member>(a: ReadonlySet<Member>, b: ReadonlySet<Member>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}
