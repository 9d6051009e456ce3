import { authCommands as auth, authEvents } from './auth';
import type { Command } from './command';
import type { EventType } from './event';
import { hello, resync, scopeHead } from './gateway-notices';
import { messagingCommands as messaging, messagingEvents } from './messaging';
import type { Notice } from './notice';
import { signalingCommands as signaling, signalingEvents, signalingNotices } from './signaling';

/** Which words a browser may say and hear. What is not listed does not exist for it. */
export const browserSurface = {
  /** Said over the socket, by somebody signed in. */
  socket: [
    auth.deviceCodeCreate,
    auth.sessionList,
    auth.sessionRevoke,
    auth.passwordSet,
    auth.profileUpdate,
    auth.inviteCreate,
    auth.inviteList,
    auth.inviteRevoke,
    auth.userList,
    messaging.roomList,
    messaging.roomCreate,
    messaging.roomJoin,
    messaging.roomLeave,
    messaging.roomMemberAdd,
    messaging.roomInviteCreate,
    messaging.roomInviteList,
    messaging.roomInviteRevoke,
    messaging.roomInviteRedeem,
    messaging.msgSend,
    messaging.msgList,
    messaging.sync,
    messaging.deliveryAck,
    messaging.searchQuery,
    ...Object.values(signaling),
  ],
  /** Said as `POST /api/<name>`, because the answer sets or clears the session cookie, or comes before there is one. */
  http: [auth.invitePreview, auth.inviteRedeem, auth.signIn, auth.deviceCodeRedeem, auth.signOut],
  events: [
    authEvents.userRegistered,
    authEvents.userProfileChanged,
    authEvents.sessionRevoked,
    ...Object.values(messagingEvents),
    ...Object.values(signalingEvents),
  ],
  notices: [hello, scopeHead, resync, ...Object.values(signalingNotices)],
} as const satisfies {
  socket: readonly Command[];
  http: readonly Command[];
  events: readonly EventType[];
  notices: readonly Notice[];
};
