import { computed, inject, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { Calls } from '../state/calls';
import type { CallSession } from './call-session';

/** The call session of this tab. Adapts its callbacks to signals. */
@Injectable()
export class CallSessionHolder {
  private readonly calls = inject(Calls);
  private readonly session = signal<CallSession | null>(null);
  /** Incremented when the session's peers or links change, which are not signals. */
  private readonly version = signal(0);
  private readonly changed = new Subject<CallSession>();

  readonly current = this.session.asReadonly();
  /** Emits synchronously when peers or links of the current session change. */
  readonly changes = this.changed.asObservable();
  readonly peerId = computed(() => this.current()?.peerId ?? null);
  /** The server confirmed the join. Before that this tab is joining. */
  readonly isJoined = computed(() => this.observe()?.isJoined ?? false);

  /** The current session; in a reactive context, tracks changes of its peers and links too. */
  observe(): CallSession | null {
    this.version();
    return this.session();
  }

  start(session: CallSession): void {
    this.session.set(session);
  }

  stop(): void {
    this.session()?.leave();
    this.session.set(null);
    this.calls.ownView.set(null);
  }

  notifyChanged(session: CallSession): void {
    if (session.isJoined) this.calls.ownView.set({ roomId: session.roomId, people: session.peers });
    this.changed.next(session);
    this.version.update((version) => version + 1);
  }
}
