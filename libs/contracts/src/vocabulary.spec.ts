import { botSurface } from './bot-surface';
import { browserSurface } from './browser-surface';
import { alertSentences } from './diagnostics/alerts';
import { standings, type Command } from './grammar/command';
import { rates } from './grammar/limits';
import { problems } from './grammar/problems';
import { processNames } from './grammar/service-name';
import type { Reason } from './grammar/reason';
import { reasonsOfAnyCommand } from './declared-refusals';
import { allCommands, allEvents, allNotices, allReasons } from './vocabulary';

const nameOf = ({ name }: { readonly name: string }) => name;
const typeOf = ({ type }: { readonly type: string }) => type;
const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

/** The only command without a subject in its name, because it concerns everything. */
const withoutSubject = ['sync'];

/** Past tense: regular verbs, and the irregular ones in use. */
const pastTense = /(ed|left|sent|hidden|shown)$/;

describe('vocabulary', () => {
  it.each(allCommands.map(nameOf).filter((name) => !withoutSubject.includes(name)))(
    'command %s is named `subject.verb`',
    (name) => expect(name).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/),
  );

  it.each(allEvents.map(typeOf))('event %s is named `subject.happened`', (type) => {
    expect(type).toMatch(/^[a-z]+(_[a-z]+)?\.[a-z]+(_[a-z]+)*$/);
    expect(type).toMatch(pastTense);
  });

  it.each(allNotices.map(nameOf))('notice %s has a name that no socket.io client claims for itself', (name) => {
    expect(name).toMatch(/^[a-z]+(\.[a-z]+(_[a-z]+)*)?$/);
    expect(['connect', 'connect_error', 'disconnect', 'disconnecting', 'error', 'event']).not.toContain(name);
  });

  it('has no duplicate names', () => {
    expect(twice([...allCommands.map(nameOf), ...allEvents.map(typeOf), ...allNotices.map(nameOf)])).toEqual([]);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    'command %s is complete',
    (_name, command) => {
      expect(processNames).toContain(command.service);
      expect(Object.keys(rates)).toContain(command.rate);
      expect(command.summary).toMatch(/^[A-Z].*[.?]$/s);
      expect(Object.keys(command.access).sort()).toEqual([...standings].sort());
    },
  );

  it.each([...allEvents.map((e) => [e.type, e] as const), ...allNotices.map((n) => [n.name, n] as const)])(
    '%s has a summary that is a sentence',
    (_name, word) => expect(word.summary).toMatch(/^[A-Z].*[.?`]$/s),
  );
});

describe('refusals', () => {
  const common: readonly Reason[] = reasonsOfAnyCommand;

  it('have reasons that are named `subject.what`, each once', () => {
    const names = allReasons.map(nameOf);
    for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
    expect(twice(names)).toEqual([]);
  });

  it.each(allReasons.map((reason) => [reason.name, reason] as const))(
    '%s has a message of whole sentences',
    (_name, reason) => expect(reason.sentence).toMatch(/^(\p{Lu}|\{|").*\.$/u),
  );

  it('are set with the apostrophe of print, as every text of the page', () => {
    const typed = allReasons.filter(({ sentence }) => /\p{L}'|'\p{L}/u.test(sentence));
    expect(typed.map(({ name }) => name)).toEqual([]);
    expect([...Object.values(problems), ...Object.values(alertSentences)].filter((text) => text.includes("'"))).toEqual(
      [],
    );
  });

  it('have one reason for one sentence', () => {
    expect(twice(allReasons.map(({ sentence }) => sentence))).toEqual([]);
  });

  it('are declared only if a command gives them', () => {
    const given = new Set([...common, ...allCommands.flatMap(({ refusals }: Command) => refusals)]);
    expect(allReasons.filter((reason) => !given.has(reason)).map(nameOf)).toEqual([]);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    '%s declares a reason for every code that its access table promises',
    (_name, { refusals, access }: Command) => {
      const codes = [...common, ...refusals].map(({ code }) => code);
      const promised = Object.values(access).filter((code) => code !== 'ok');
      expect(codes).toEqual(expect.arrayContaining(promised));
      expect(twice(refusals.map(nameOf))).toEqual([]);
      expect(refusals.filter((reason) => common.includes(reason))).toEqual([]);
    },
  );
});

describe('rates', () => {
  it.each([
    ['join', 'rtc.join'],
    ['leave', 'rtc.leave'],
    ['alive', 'rtc.keep_alive'],
  ])('%s is that of %s alone, so that no other command uses it up', (rate, name) => {
    expect(allCommands.filter((command) => command.rate === rate).map(nameOf)).toEqual([name]);
  });
});

describe('the browser surface', () => {
  const onSocket: readonly Command[] = browserSurface.socket;
  const said = [...browserSurface.socket, ...browserSurface.http];

  it('holds only existing names, each once', () => {
    expect(allCommands).toEqual(expect.arrayContaining(said));
    expect(allEvents).toEqual(expect.arrayContaining([...browserSurface.events]));
    expect(allNotices).toEqual(expect.arrayContaining([...browserSurface.notices]));
    expect(
      twice([...said.map(nameOf), ...browserSurface.events.map(typeOf), ...browserSurface.notices.map(nameOf)]),
    ).toEqual([]);
  });

  it('has no socket command for actors without a session', () => {
    expect(onSocket.filter((command) => command.access.anonymous !== 'unauthenticated').map(nameOf)).toEqual([]);
  });

  it('hides gateway-only commands from browsers', () => {
    const internal = allCommands.map(nameOf).filter((name) => !said.map(nameOf).includes(name));

    expect(internal.sort()).toEqual([
      'auth.first_admin_invite',
      'auth.picture_read',
      'auth.picture_set',
      'auth.session_check',
      'auth.session_resolve',
      'bot.check',
      'bot.create_by_operator',
      'file.read',
      'file.receive',
      'file.received',
      'import.finish',
      'import.messages',
      'import.people',
      'import.room',
      'recovery.create_by_operator',
    ]);
  });

  it('hides from browsers who created and used an invite', () => {
    const secret = allEvents.map(typeOf).filter((type) => !browserSurface.events.map(typeOf).includes(type as never));

    expect(secret.sort()).toEqual([
      'invite.created',
      'invite.redeemed',
      'invite.revoked',
      'password.changed',
      'recovery.created',
      'recovery.redeemed',
      'session.opened',
      'sign_in.failed',
      'user.sessions_ended',
    ]);
  });
});

describe('the bot surface', () => {
  it('is a subset of the browser surface', () => {
    expect(browserSurface.socket).toEqual(expect.arrayContaining([...botSurface.commands]));
    expect(browserSurface.events).toEqual(expect.arrayContaining([...botSurface.events]));
    expect(browserSurface.notices).toEqual(expect.arrayContaining([...botSurface.notices]));
  });

  it('holds the commands that bots are allowed, and no others', () => {
    const allowed = allCommands.filter(({ access }: Command) => access.bot === 'ok').map(nameOf);
    expect(botSurface.commands.map(nameOf).sort()).toEqual(allowed.sort());
    const others = allCommands.filter(({ access }: Command) => access.bot !== 'ok');
    expect(new Set(others.map(({ access }: Command) => access.bot))).toEqual(new Set(['invalid']));
  });

  it('has no admin commands and nothing about sessions', () => {
    const commands: readonly Command[] = botSurface.commands;
    expect(commands.filter(({ access }) => access.member === 'forbidden').map(nameOf)).toEqual([]);
    expect(commands.filter(({ name }) => name.startsWith('auth.')).map(nameOf)).toEqual([]);
  });
});
