import {
  authCommands as auth,
  limits,
  type Command,
  type DraftOf,
  type InviteId,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { RunningAuth, type Person } from './testing/running-auth';

/** More of everything than fits into one NATS message. */
const people = 7_000;
const sessions = 3_500;
const invites = 1_500;
const bots = 2_000;

const id = (letter: string, at: number): string => `${letter}_${String(at).padStart(16, '0')}`;

/** The longest valid name, in characters of four bytes each. */
const longName = '𝕏'.repeat(limits.displayNameLength / 2);

let service: RunningAuth;
let ada: Person;

/** Inserts the rows that the projections would write, because thousands of commits take too long. */
function fill(file: string, admin: UserId): void {
  const sqlite = new Database(file);
  const user = sqlite.prepare(
    `INSERT INTO users (user_id, handle, handle_key, display_name, role, is_bot, created_at) VALUES (?, ?, ?, ?, 'member', ?, 1)`,
  );
  const session = sqlite.prepare('INSERT INTO sessions VALUES (?, ?, ?, 1, ?)');
  const token = sqlite.prepare('INSERT INTO session_tokens (token_hash, session_id, last_seen_at) VALUES (?, ?, ?)');
  const invite = sqlite.prepare(
    `INSERT INTO invites (invite_id, event_id, created_by, created_at, expires_at, max_uses, uses, first_admin, note)
    VALUES (?, ?, ?, 1, 2, 1, 0, 0, ?)`,
  );
  const bot = sqlite.prepare('INSERT INTO bots (user_id, event_id, public_key, revoked_at) VALUES (?, ?, ?, ?)');
  const now = Date.now();
  sqlite.transaction(() => {
    for (let at = 0; at < people; at++) {
      user.run(id('u', at), `person-${at}`, `person-${String(at).padStart(5, '0')}`, longName, at < bots ? 1 : 0);
    }
    for (let at = 0; at < sessions; at++) {
      session.run(id('s', at), admin, 'x'.repeat(200), now + 86_400_000);
      // Several sessions share their last use.
      token.run(`hash-${at}`, id('s', at), now - Math.floor(at / 3));
    }
    for (let at = 0; at < invites; at++) invite.run(id('i', at), 1_000_000 + at, admin, '𝕏'.repeat(limits.noteLength));
    for (let at = 0; at < bots; at++) bot.run(id('u', at), 1_000_000 + at, `key-${at}`, at % 2 === 0 ? null : 1);
  })();
  sqlite.close();
}

/** All pages of a list, and the type of each. */
async function pagesOf<C extends Command>(
  command: C,
  draft: DraftOf<C> & object = {} as DraftOf<C> & object,
): Promise<ValueOf<C>[]> {
  const pages: ValueOf<C>[] = [];
  for (let after: unknown; after !== null;) {
    const page = await service.get(command, { ...draft, ...(after !== undefined && { after }) }, ada);
    pages.push(page);
    after = (page as { next: unknown }).next;
  }
  return pages;
}

beforeAll(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
  fill(join(service.dataFolder, 'auth.sqlite'), ada.actor.userId);
});

afterAll(() => service[Symbol.asyncDispose]());

describe('a list that exceeds one NATS message arrives complete, page by page', () => {
  it('user.list', async () => {
    const pages = await pagesOf(auth.userList);
    const ids = pages.flatMap(({ users }) => users.map(({ userId }) => userId));
    expect(new Set(ids).size).toBe(people + 1);
    expect(ids).toEqual([...ids].sort());
    expect(pages.length).toBeGreaterThan(4);
  });

  it('user.list_accounts', async () => {
    const pages = await pagesOf(auth.userListAccounts, { limit: limits.accountsPerPage });
    const handles = pages.flatMap(({ accounts }) => accounts.map(({ user }) => user.handle));
    // Bots are not listed.
    expect(new Set(handles).size).toBe(people - bots + 1);
    expect(handles).toHaveLength(people - bots + 1);
  });

  it('auth.session_list, latest seen first', async () => {
    const listed = (await pagesOf(auth.sessionList)).flatMap((page) => page.sessions);
    expect(new Set(listed.map(({ sessionId }) => sessionId)).size).toBe(sessions + 1);
    expect(listed).toHaveLength(sessions + 1);
    const seen = listed.map(({ lastSeenAt }) => lastSeenAt);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it('auth.invite_list', async () => {
    const listed = (await pagesOf(auth.inviteList)).flatMap((page) => page.invites.map(({ inviteId }) => inviteId));
    const expected = Array.from({ length: invites }, (_, at) => id('i', invites - 1 - at) as InviteId);
    expect(listed).toEqual(expected);
  });

  it('bot.list and bot.check', async () => {
    const listed = (await pagesOf(auth.botList)).flatMap((page) => page.bots.map(({ user }) => user.userId));
    expect(listed).toEqual(Array.from({ length: bots }, (_, at) => id('u', bots - 1 - at)));
    const checked = await pagesOf(auth.botCheck, { limit: 300 });
    expect(checked.flatMap(({ live }) => live)).toHaveLength(bots / 2);
    expect(checked.flatMap(({ revoked }) => revoked)).toHaveLength(bots / 2);
  });

  it('audit.list', async () => {
    for (let at = 0; at < 3; at++) await service.invite(ada);
    const pages = await pagesOf(auth.auditList, { limit: 2 });
    // Includes the first admin's invite.
    expect(pages.map(({ acts }) => acts.length)).toEqual([2, 2]);
  });
});

it('signing in beyond the session limit ends the sessions that were unused the longest', async () => {
  const before = (await pagesOf(auth.sessionList)).flatMap((page) => page.sessions.map(({ sessionId }) => sessionId));
  const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
  const { sessionToken } = await service.get(auth.deviceCodeRedeem, { code, device: 'new' });
  const { actor } = await service.resolve(sessionToken);
  const { sessions: left, next } = await service.get(auth.sessionList, {}, ada);
  expect(next).toBeNull();
  expect(left.map(({ sessionId }) => sessionId).sort()).toEqual(
    [actor.sessionId, ...before.slice(0, limits.sessionsPerPerson - 1)].sort(),
  );
});
