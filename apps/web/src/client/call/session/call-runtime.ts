import { inject, Injectable } from '@angular/core';
import { ActiveCall } from './active-call';
import { CallLifecycle } from './call-lifecycle';
import { LinkMonitor } from './link-monitor';
import { SessionFeed } from './session-feed';
import { SpeechDetection } from './speech-detection';

/** Starts every service that works during a call. `CallLauncher` loads this file with the first call. */
@Injectable({ providedIn: 'root' })
export class CallRuntime {
  readonly call = inject(ActiveCall);

  constructor() {
    inject(SessionFeed);
    inject(LinkMonitor);
    inject(SpeechDetection);
    inject(CallLifecycle);
  }
}
