/** Numbers that clients are told in the handshake and servers enforce. */
export const limits = {
  /** Text of one message, in bytes of UTF-8. */
  messageBytes: 8_000,
  /** One frame from a browser, in bytes. A larger one closes the socket. */
  frameBytes: 64 * 1024,
  /** Sockets one person may hold open at once. */
  socketsPerPerson: 5,
  /** Devices one person may be signed in on. One more signs out the one that was unused for the longest time. */
  sessionsPerPerson: 100,
  /** Messages one `msg.list` may ask for. */
  messagesPerPage: 200,
  /** Events of one room in one `sync` answer; further behind than this gets a snapshot instead. */
  eventsPerSync: 500,
  /** Members, bans and mutes in a room's snapshot, of each. The people of a larger room come in several answers. */
  peoplePerSnapshot: 1_000,
  /** Rooms that one person can be in, direct conversations too: a client names all of them in one `sync`, in one frame. */
  roomsPerPerson: 1_000,
  /** Direct conversations that one person can open. */
  directsPerOpener: 300,
  /** Rooms in one `sync`, in the question and in the answer. */
  roomsPerSync: 2_000,
  /** Read marks in one `sync` answer or one notice. */
  marksAtOnce: 1_000,
  /** Direct conversations that one person can have hidden at once. */
  hiddenDirects: 1_000,
  /** Messages in a room's snapshot. */
  messagesPerSnapshot: 50,
  /** Different reactions on one message. */
  emojisPerMessage: 20,
  /** Reactions on one message, whosever and whichever. */
  reactionsPerMessage: 2_000,
  /** Pinned messages of one room. */
  pinsPerRoom: 50,
  /** People in one direct conversation, the one who opens it among them. */
  peoplePerDirect: 10,
  roomNameLength: 64,
  topicLength: 256,
  handleLength: 32,
  displayNameLength: 48,
  noteLength: 200,
  passwordLength: 256,
  /** Hits in one `search.query` answer. */
  searchHits: 50,
  /** How deep into what was found one may page. */
  searchDepth: 900,
  /** How far back `diag.history` goes. */
  historyMinutes: 24 * 60,
  /** Acts in one `moderation.list` answer. */
  actsPerPage: 100,
  /** Events in one `diag.events` answer. */
  eventsPerPage: 100,
  /** Accounts in one `user.list_accounts` answer. */
  accountsPerPage: 100,
  /** People in one `user.list` answer. */
  usersPerPage: 1_000,
  /** Rooms in one `room.list` answer. */
  roomsPerPage: 500,
  /** Links in one `auth.invite_list` or `room.invite_list` answer. */
  invitesPerPage: 200,
  /** Bots in one `bot.list` answer. */
  botsPerPage: 200,
  /** Texts in one `msg.history` answer. */
  revisionsPerPage: 200,
  /** Calls in one `rtc.call_list` answer. */
  callsPerPage: 100,
  /** People in one call: each sends to each of the others. */
  peersPerCall: 10,
  /** Peers of a call that nobody hears of and that may come back to it. */
  awayPerCall: 20,
  /** A session description, in bytes of UTF-8; fits a frame however it is escaped. */
  signalBytes: 48 * 1024,
  /** Candidates from one peer to another in one negotiation. */
  candidatesPerNegotiation: 50,
} as const;

/**
 * A token bucket: `burst` at once, then `perSecond` steadily.
 * Counted per person where somebody is signed in, else per network address.
 */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export const rates = {
  /**
   * Trying a password or a device code: 20 at once for an address, then 10 a minute. A household comes from one address, and
   * auth makes whoever keeps guessing at an account wait longer and longer.
   */
  auth: { burst: 20, perSecond: 10 / 60 },
  /** Looking at what a link opens. A link has 256 random bits: nobody guesses one, at any rate. */
  linkPreview: { burst: 40, perSecond: 1 },
  /** Opening a link: twenty friends behind one address join within two minutes, and may mistype their handles. */
  linkRedeem: { burst: 40, perSecond: 0.5 },
  /** Talking: 20 at once, then 5 a second for a person. */
  message: { burst: 20, perSecond: 5 },
  /** Changing rooms, invites, sessions. */
  change: { burst: 20, perSecond: 2 },
  /** Reading, catching up. */
  read: { burst: 100, perSecond: 20 },
  /** How a tab is. */
  presence: { burst: 20, perSecond: 2 },
  /** That somebody types: every 500 ms, and some slack. */
  typing: { burst: 5, perSecond: 3 },
  /** Entering a call. Of its own, so that neither it nor any other change keeps the other from being made. */
  join: { burst: 20, perSecond: 2 },
  /** Leaving one: whoever got in gets out. */
  leave: { burst: 50, perSecond: 10 },
  /** Answering the roll call, every 2 s. */
  alive: { burst: 20, perSecond: 5 },
  /** Offers, answers and candidates. Joining a full call takes some fifty. */
  signal: { burst: 150, perSecond: 30 },
} as const satisfies Record<string, Rate>;
export type RateName = keyof typeof rates;
