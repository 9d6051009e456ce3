/** Limits that the server enforces and announces in `hello`. */
export const limits = {
  /** Text of one message, in bytes of UTF-8. */
  messageBytes: 8_000,
  /** One frame from a browser, in bytes. A larger one closes the socket. */
  frameBytes: 64 * 1024,
  /** Open sockets of one person. */
  socketsPerPerson: 5,
  /** Devices one person may be signed in on. One more signs out the least recently used one. */
  sessionsPerPerson: 100,
  /** Messages one `msg.list` may ask for. */
  messagesPerPage: 200,
  /** Events of one room in one `sync` answer; a client further behind gets a snapshot. */
  eventsPerSync: 500,
  /** Members, bans and mutes (each) in a room's snapshot. The people of a larger room come in several answers. */
  peoplePerSnapshot: 1_000,
  /** Rooms one person can be in, direct conversations included: a client names all of them in one `sync` frame. */
  roomsPerPerson: 1_000,
  /** Direct conversations one person can have. */
  directsPerOpener: 300,
  /** Rooms in one `sync`, in the request and in the answer. */
  roomsPerSync: 2_000,
  /** Read marks in one `sync` answer or one notice. */
  marksAtOnce: 1_000,
  /** Direct conversations one person can have hidden at once. */
  hiddenDirects: 1_000,
  /** Messages in a room's snapshot. */
  messagesPerSnapshot: 50,
  /** Lines that no one wrote (system lines) beside the messages of one answer; of more, the latest. */
  linesPerPage: 100,
  /** People that one such line names; of more, it says how many. */
  peoplePerLine: 20,
  /** Different reactions on one message. */
  emojisPerMessage: 20,
  /** Reactions on one message, of all people and emoji. */
  reactionsPerMessage: 2_000,
  /** Pinned messages of one room. */
  pinsPerRoom: 50,
  /** Files of one message. */
  filesPerMessage: 10,
  /** Files in one `file.list` answer. */
  filesPerPage: 100,
  /** Files of one person that are uploaded or being uploaded and in no message yet. */
  openUploads: 30,
  /** Characters of a file's name. */
  fileNameLength: 128,
  /** Characters of the text that describes a picture to those who do not see it. */
  altLength: 500,
  /** People in one direct conversation, its opener included. */
  peoplePerDirect: 10,
  roomNameLength: 64,
  topicLength: 256,
  handleLength: 32,
  displayNameLength: 48,
  /** A person’s text about themselves, in bytes of UTF-8. */
  bioBytes: 500,
  pronounsLength: 40,
  /** A picture as people send it, in bytes. */
  pictureBytes: 5 * 1024 * 1024,
  /** A picture as readers get it, in bytes: 128 × 128 and 512 × 512 pixels. */
  smallPictureBytes: 60_000,
  largePictureBytes: 250_000,
  noteLength: 200,
  passwordLength: 256,
  /** Hits in one `search.query` answer. */
  searchHits: 50,
  /** How many hits a client can page through. */
  searchDepth: 900,
  /** How far back `diag.history` goes, in minutes. */
  historyMinutes: 24 * 60,
  /** Actions in one `moderation.list` answer. */
  actsPerPage: 100,
  /** Events in one `diag.events` answer. */
  eventsPerPage: 100,
  /** Accounts in one `user.list_accounts` answer. */
  accountsPerPage: 100,
  /** People in one `user.list` answer, which must fit into one NATS message with everyone's `bio`. */
  usersPerPage: 500,
  /** Rooms in one `room.list` answer. */
  roomsPerPage: 500,
  /** Links in one `auth.invite_list` or `room.invite_list` answer. */
  invitesPerPage: 200,
  /** Invites of one member that are open at once. Admins have no such limit. */
  openInvitesPerMember: 10,
  /** Bots in one `bot.list` answer. */
  botsPerPage: 200,
  /** Texts in one `msg.history` answer. */
  revisionsPerPage: 200,
  /** Calls in one `rtc.call_list` answer. */
  callsPerPage: 100,
  /** People in one call: each sends to each of the others. */
  peersPerCall: 10,
  /** Silent peers of one call that may come back to it. */
  awayPerCall: 20,
  /** A session description, in bytes of UTF-8; fits a frame however it is escaped. */
  signalBytes: 48 * 1024,
  /** Candidates from one peer to another in one negotiation. */
  candidatesPerNegotiation: 50,
} as const;

/**
 * A token bucket: `burst` commands at once, then `perSecond`.
 * Counted per signed-in person, otherwise per network address.
 */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export const rates = {
  /**
   * Trying a password or a device code: 20 at once per address, then 10 a minute. A household shares one address, and
   * auth adds growing delays for repeated guesses at one account.
   */
  auth: { burst: 20, perSecond: 10 / 60 },
  /** Previewing a link. With 256 random bits, a link can't be guessed at any rate. */
  linkPreview: { burst: 40, perSecond: 1 },
  /** Redeeming a link: twenty friends behind one address can join within two minutes, with some mistyped handles. */
  linkRedeem: { burst: 40, perSecond: 0.5 },
  /** Sending messages: 20 at once, then 5 a second per person. */
  message: { burst: 20, perSecond: 5 },
  /** Beginning an upload, or asking where it stopped: ten files at once, each interrupted a few times. */
  upload: { burst: 60, perSecond: 2 },
  /** Sending bytes of files; and reading them, which a room with many pictures does often. */
  file: { burst: 300, perSecond: 50 },
  /** Changing rooms, invites, sessions. */
  change: { burst: 20, perSecond: 2 },
  /** Reading, catching up. */
  read: { burst: 100, perSecond: 20 },
  /** Setting presence. */
  presence: { burst: 20, perSecond: 2 },
  /** Typing: every 500 ms, with some slack. */
  typing: { burst: 5, perSecond: 3 },
  /** Joining a call. Separate, so that joins and other changes can't use up each other's budget. */
  join: { burst: 20, perSecond: 2 },
  /** Leaving a call, so that every join can be followed by a leave. */
  leave: { burst: 50, perSecond: 10 },
  /** Answering the liveness check, every 2 s. */
  alive: { burst: 20, perSecond: 5 },
  /** Offers, answers and candidates. Joining a full call takes about fifty. */
  signal: { burst: 150, perSecond: 30 },
} as const satisfies Record<string, Rate>;
export type RateName = keyof typeof rates;
