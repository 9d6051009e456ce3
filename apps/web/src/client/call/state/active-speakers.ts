import { Injectable, signal } from '@angular/core';
import type { PeerId } from '@devchitchat/contracts';
import { trackLoudness, speakingNow, type LastLoud } from '../media/speaking';

const everyMs = 100;

/** The peers who are speaking in the current call. */
@Injectable({ providedIn: 'root' })
export class ActiveSpeakers {
  private readonly current = signal<ReadonlySet<PeerId>>(new Set(), { equal: sameMembers });
  readonly peerIds = this.current.asReadonly();

  /** Polls levels until the returned function is called. */
  watch(levels: () => ReadonlyMap<PeerId, number>): () => void {
    let lastLoud: LastLoud<PeerId> = new Map();
    const timer = setInterval(() => {
      const now = performance.now();
      lastLoud = trackLoudness(lastLoud, levels(), now);
      this.current.set(speakingNow(lastLoud, now));
    }, everyMs);
    return () => {
      clearInterval(timer);
      this.current.set(new Set());
    };
  }
}

function sameMembers<Member>(a: ReadonlySet<Member>, b: ReadonlySet<Member>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}
