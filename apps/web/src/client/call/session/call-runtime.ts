import { inject, Injectable } from '@angular/core';
import { CallActions } from './call-actions';
import { CallSessionHolder } from './call-session-holder';
import { CallLifecycle } from './call-lifecycle';
import { CallSessionFactory } from './call-session-factory';
import { CallView } from './call-view';
import { LinkMonitor } from './link-monitor';
import { LocalMedia } from './local-media';
import { RemoteAudio } from './remote-audio';
import { SessionFeed } from './session-feed';
import { SpeechDetection } from './speech-detection';
import { Spotlight } from './spotlight';

/** Starts every service that works during a call. `CallLauncher` loads this file with the first call. */
@Injectable()
export class CallRuntime {
  readonly call = inject(CallActions);

  constructor() {
    inject(SessionFeed);
    inject(LinkMonitor);
    inject(SpeechDetection);
    inject(Spotlight);
    inject(CallLifecycle);
  }
}

/** Every service of a running call. They last as long as the user is signed in. */
export const callProviders = [
  CallActions,
  CallSessionHolder,
  CallLifecycle,
  CallRuntime,
  CallSessionFactory,
  CallView,
  LinkMonitor,
  LocalMedia,
  RemoteAudio,
  SessionFeed,
  SpeechDetection,
  Spotlight,
];
