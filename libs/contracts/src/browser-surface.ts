import { authCommands as auth, authEvents } from './auth';
import type { Command } from './grammar/command';
import { diagnosticsCommands as diagnostics } from './diagnostics';
import type { EventType } from './grammar/event';
import { gatewayCommands as gateway, presence } from './gateway';
import { hello, resync, scopeHead } from './gateway/notices';
import { messagingCommands as messaging, messagingEvents, readMoved, typing } from './messaging';
import type { Notice } from './grammar/notice';
import { signalingCommands as signaling, signalingEvents, signalingNotices } from './signaling';

/** The commands a browser may send and the events and notices it gets. For browsers nothing else exists. */
export const browserSurface = {
  /** Sent over the socket by a signed-in person. */
  socket: [
    auth.deviceCodeCreate,
    auth.sessionList,
    auth.sessionRevoke,
    auth.passwordSet,
    auth.passwordStatus,
    auth.profileUpdate,
    auth.inviteCreate,
    auth.inviteList,
    auth.inviteRevoke,
    auth.serverSettingsUpdate,
    auth.userList,
    auth.userSetRole,
    auth.userListAccounts,
    auth.userDisable,
    auth.userEnable,
    auth.userEndSessions,
    auth.recoveryCreate,
    auth.auditList,
    auth.botCreate,
    auth.botList,
    auth.botRevoke,
    messaging.roomList,
    messaging.roomCreate,
    messaging.roomJoin,
    messaging.roomLeave,
    messaging.roomUpdate,
    messaging.roomDelete,
    messaging.roomForEverybody,
    messaging.roomMemberAdd,
    messaging.roomInviteCreate,
    messaging.roomInviteList,
    messaging.roomInviteRevoke,
    messaging.roomInviteRedeem,
    messaging.dmOpen,
    messaging.dmHide,
    messaging.memberKick,
    messaging.memberBan,
    messaging.memberUnban,
    messaging.memberMute,
    messaging.memberUnmute,
    messaging.memberSetRole,
    messaging.moderationList,
    messaging.fileBegin,
    messaging.fileList,
    messaging.msgSend,
    messaging.msgList,
    messaging.msgEdit,
    messaging.msgDelete,
    messaging.msgHistory,
    messaging.msgReact,
    messaging.msgUnreact,
    messaging.msgPin,
    messaging.msgUnpin,
    messaging.sync,
    messaging.readMark,
    messaging.readDigest,
    messaging.searchQuery,
    messaging.typingStart,
    gateway.presenceSet,
    gateway.linkAddressGet,
    diagnostics.diagSnapshot,
    diagnostics.diagHistory,
    diagnostics.diagEvents,
    ...Object.values(signaling),
  ],
  /** Sent as `POST /api/<name>`, because the answer sets or clears the session cookie, or there is none yet. */
  http: [
    auth.invitePreview,
    messaging.roomInvitePreview,
    auth.inviteRedeem,
    auth.signIn,
    auth.deviceCodeRedeem,
    auth.recoveryPreview,
    auth.recoveryRedeem,
    auth.signOut,
    auth.accountDelete,
  ],
  events: [
    authEvents.serverSettingsChanged,
    authEvents.userRegistered,
    authEvents.userProfileChanged,
    authEvents.userDeleted,
    authEvents.userRoleChanged,
    authEvents.userDisabled,
    authEvents.userEnabled,
    authEvents.userImported,
    authEvents.botCreated,
    authEvents.botRevoked,
    authEvents.sessionRevoked,
    ...Object.values(messagingEvents),
    ...Object.values(signalingEvents),
  ],
  notices: [hello, scopeHead, resync, presence, typing, readMoved, ...Object.values(signalingNotices)],
} as const satisfies {
  socket: readonly Command[];
  http: readonly Command[];
  events: readonly EventType[];
  notices: readonly Notice[];
};
