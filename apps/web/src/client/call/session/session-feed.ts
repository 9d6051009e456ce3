import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Connection } from '../../connection/connection';
import { Session } from '../../session/session';
import { Calls } from '../state/calls';
import { CallSessionHolder } from './call-session-holder';

/** Passes server messages and reconnects on to the active session. */
@Injectable()
export class SessionFeed {
  constructor() {
    const connection = inject(Connection);
    const active = inject(CallSessionHolder);
    connection.events.pipe(takeUntilDestroyed()).subscribe((event) => active.current()?.handleEvent(event));
    connection.callNotices.pipe(takeUntilDestroyed()).subscribe((notice) => active.current()?.handleNotice(notice));
    inject(Calls)
      .changes.pipe(takeUntilDestroyed())
      .subscribe(() => active.current()?.refresh());
    inject(Session)
      .arrivals.pipe(takeUntilDestroyed())
      .subscribe(() => void active.current()?.ensureJoined());
    connection.resyncs.pipe(takeUntilDestroyed()).subscribe(() => void active.current()?.ensureJoined());
  }
}
