import { inject, Injectable } from '@angular/core';
import { Connection } from '../../connection/connection';
import { Session } from '../../session/session';
import { Calls } from '../state/calls';
import { ActiveSession } from './active-session';

/** Passes server messages and reconnects on to the active session. */
@Injectable({ providedIn: 'root' })
export class SessionFeed {
  constructor() {
    const connection = inject(Connection);
    const active = inject(ActiveSession);
    connection.events.subscribe((event) => active.current()?.handleEvent(event));
    connection.callNotices.subscribe((notice) => active.current()?.handleNotice(notice));
    inject(Calls).changes.subscribe(() => active.current()?.refresh());
    inject(Session).arrivals.subscribe(() => void active.current()?.ensureJoined());
    connection.resyncs.subscribe(() => void active.current()?.ensureJoined());
  }
}
