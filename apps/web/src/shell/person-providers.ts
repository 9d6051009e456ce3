import { inject, provideEnvironmentInitializer, type EnvironmentProviders, type Provider } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { CallLauncher } from '../client/call/call-launcher';
import { Calls } from '../client/call/state/calls';
import { CurrentCall } from '../client/call/state/current-call';
import { RejoinOffer } from '../client/call/state/rejoin-offer';
import { Directs } from '../client/directs/directs';
import { NoticeCheck } from '../client/notifications/notice-check';
import { NotificationSettings } from '../client/notifications/notification-settings';
import { Notifier } from '../client/notifications/notifier';
import { RoomLevels } from '../client/notifications/room-levels';
import { ShownRooms } from '../client/notifications/shown-rooms';
import { Outbox } from '../client/outbox/outbox';
import { OutboxSender } from '../client/outbox/outbox-sender';
import { SlowMode } from '../client/outbox/slow-mode';
import { Directory } from '../client/people/directory';
import { OwnPresence } from '../client/presence/own-presence';
import { Presence } from '../client/presence/presence';
import { ReadMarks } from '../client/reading/read-marks';
import { RoomAttention } from '../client/reading/room-attention';
import { FoldedSections } from '../client/rooms/folded-sections';
import { RoomKeeper } from '../client/rooms/room-keeper';
import { RoomNames } from '../client/rooms/room-names';
import { Rooms } from '../client/rooms/rooms';
import { Session } from '../client/session/session';
import { CatchUp } from '../client/sync/catch-up';
import { Jump } from '../client/timeline/jump';
import { forgetEmojiHabits } from '../platform/emoji/forget-emoji-habits';
import { Overlay } from './keyboard/overlay';
import { PageTitle } from './notices/page-title';

/** These listen to the server, so they start with the person's injector, before the server's first message. */
const listeners = [
  Rooms,
  ReadMarks,
  Directory,
  OutboxSender,
  RoomKeeper,
  Directs,
  CatchUp,
  Calls,
  OwnPresence,
  Presence,
  Notifier,
  PageTitle,
] as const;

/**
 * Everything that a signed-in user has, created at sign-in and destroyed at sign-out. A room's page provides the state
 * of that room; the root provides data that outlives a session, such as drafts and unsent entries.
 */
export const forEachPerson: readonly (Provider | EnvironmentProviders)[] = [
  ...listeners,
  CallLauncher,
  CurrentCall,
  FoldedSections,
  Jump,
  NoticeCheck,
  NotificationSettings,
  Outbox,
  Overlay,
  RejoinOffer,
  RoomNames,
  ShownRooms,
  SlowMode,
  RoomAttention,
  RoomLevels,
  provideEnvironmentInitializer(() => {
    for (const listener of listeners) inject<unknown>(listener);
    forgetHabitsAtSignOut();
  }),
];

/** A person's habits end with an explicit sign-out. */
function forgetHabitsAtSignOut(): void {
  const session = inject(Session);
  const owner = session.me()?.userId;
  session.accountSignOuts.pipe(takeUntilDestroyed()).subscribe((userId) => {
    if (userId === owner) forgetEmojiHabits(userId);
  });
}
