import { authCommands as auth, authEvents } from './auth';
import type { Command } from './command';
import type { EventType } from './event';
import { resync, scopeHead } from './gateway-notices';
import { messagingCommands as messaging, messagingEvents } from './messaging';
import type { Notice } from './notice';

/**
 * Which words a bot may say and hear. A bot talks and reads like a member; it makes no rooms, no links and no bots, and has
 * no settings.
 */
export const botSurface = {
  commands: [
    auth.userList,
    messaging.roomList,
    messaging.roomJoin,
    messaging.roomLeave,
    messaging.msgSend,
    messaging.msgList,
    messaging.sync,
    messaging.searchQuery,
  ],
  events: [
    authEvents.userRegistered,
    authEvents.userProfileChanged,
    authEvents.botCreated,
    messagingEvents.roomCreated,
    messagingEvents.memberJoined,
    messagingEvents.memberLeft,
    messagingEvents.memberRoleChanged,
    messagingEvents.messageSent,
  ],
  notices: [scopeHead, resync],
} as const satisfies {
  commands: readonly Command[];
  events: readonly EventType[];
  notices: readonly Notice[];
};
