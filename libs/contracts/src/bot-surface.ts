import { authCommands as auth, authEvents } from './auth';
import type { Command } from './grammar/command';
import type { EventType } from './grammar/event';
import { gatewayCommands as gateway } from './gateway';
import { resync, scopeHead } from './gateway/notices';
import { messagingCommands as messaging, messagingEvents } from './messaging';
import type { Notice } from './grammar/notice';

/**
 * The commands a bot may send and the events and notices it gets. A bot reads and writes like a member; it creates no
 * rooms, links or bots, and has no settings.
 */
export const botSurface = {
  commands: [
    auth.userList,
    messaging.roomList,
    messaging.roomJoin,
    messaging.roomLeave,
    messaging.msgSend,
    messaging.msgList,
    messaging.msgEdit,
    messaging.msgDelete,
    messaging.msgReact,
    messaging.msgUnreact,
    messaging.sync,
    messaging.searchQuery,
    messaging.typingStart,
    gateway.presenceSet,
  ],
  events: [
    authEvents.userRegistered,
    authEvents.userProfileChanged,
    authEvents.userDeleted,
    authEvents.botCreated,
    messagingEvents.roomCreated,
    messagingEvents.roomUpdated,
    messagingEvents.roomSettingsChanged,
    messagingEvents.roomCallEnded,
    messagingEvents.roomDeleted,
    messagingEvents.memberJoined,
    messagingEvents.memberLeft,
    messagingEvents.memberKicked,
    messagingEvents.memberBanned,
    messagingEvents.memberMuted,
    messagingEvents.memberUnmuted,
    messagingEvents.memberRoleChanged,
    messagingEvents.messageSent,
    messagingEvents.messageEdited,
    messagingEvents.messageDeleted,
    messagingEvents.wordsErased,
    messagingEvents.reactionAdded,
    messagingEvents.reactionRemoved,
    messagingEvents.messagePinned,
    messagingEvents.messageUnpinned,
  ],
  notices: [scopeHead, resync],
} as const satisfies {
  commands: readonly Command[];
  events: readonly EventType[];
  notices: readonly Notice[];
};
