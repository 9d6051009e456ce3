import type { UserId } from './ids';
import { processNames, serviceNames, type ProcessName } from './service-name';
import { permissionsOf, permissionsOfBot, subjects } from './subjects';
import { allCommands, allEvents } from './vocabulary';

/** NATS's own rule: `*` stands for one token, `>` for one or more at the end. */
function covers(pattern: string, subject: string): boolean {
  const tokens = subject.split('.');
  const parts = pattern.split('.');
  const open = parts.at(-1) === '>';
  if (open ? tokens.length < parts.length : tokens.length !== parts.length) return false;
  return parts.every((part, at) => part === '>' || part === '*' || part === tokens[at]);
}

const may = (what: 'publish' | 'subscribe', process: ProcessName, subject: string) =>
  permissionsOf(process)[what].some((pattern) => covers(pattern, subject));
const who = (what: 'publish' | 'subscribe', subject: string) =>
  processNames.filter((process) => may(what, process, subject));

describe('permissions on NATS', () => {
  it.each(allCommands.map((c) => [c.name, c] as const))(
    '%s: asked by the gateway, heard by its service',
    (_, command) => {
      expect(who('publish', subjects.command(command))).toEqual(['gateway']);
      expect(who('subscribe', subjects.command(command))).toEqual([command.service]);
    },
  );

  it.each(allEvents.map((e) => [e.type, e] as const))(
    '%s: told by its service only, heard by the gateway',
    (_, event) => {
      const subject = subjects.event(event.service, event.type);

      expect(who('publish', subject)).toEqual([event.service]);
      expect(who('subscribe', subject)).toEqual(event.service === 'auth' ? ['gateway', 'messaging'] : ['gateway']);
    },
  );

  it.each(processNames)('%s: speaks notices in its own name only, and answers for its own health', (process) => {
    expect(who('publish', subjects.notice(process, 'resync'))).toEqual([process]);
    expect(who('subscribe', subjects.health(process))).toEqual([process]);
    expect(who('publish', subjects.health(process))).toEqual(['gateway']);
  });

  it.each(processNames)('%s: alone hears the replies meant for it', (process) => {
    expect(who('subscribe', `${subjects.inbox(process)}.x.1`)).toEqual([process]);
  });

  it.each(serviceNames)("%s: serves its own log's feed", (service) => {
    expect(who('subscribe', subjects.feed(service))).toEqual([service]);
    expect(who('publish', subjects.feed(service))).toEqual(service === 'auth' ? ['messaging'] : []);
  });

  it('leaves the default inbox and the rest of NATS to nobody', () => {
    for (const subject of ['_INBOX.x.1', '$SYS.REQ.SERVER.PING', '$JS.API.INFO', 'anything']) {
      expect([subject, who('publish', subject), who('subscribe', subject)]).toEqual([subject, [], []]);
    }
  });
});

describe('permissions of a bot', () => {
  const [dice, other] = ['u_000000000000d1ce', 'u_00000000000000th'] as [UserId, UserId];
  const mayBot = (what: 'publish' | 'subscribe', subject: string) =>
    permissionsOfBot(dice)[what].some((pattern) => covers(pattern, subject));

  it('are its own commands, what is told to it, and its own replies', () => {
    expect(mayBot('publish', subjects.botCommand(dice, 'msg.send'))).toBe(true);
    expect(mayBot('subscribe', subjects.botEvent(dice, 'message.sent'))).toBe(true);
    expect(mayBot('subscribe', subjects.botNotice(dice, 'scope.head'))).toBe(true);
    expect(mayBot('subscribe', `${subjects.botInbox(dice)}.1`)).toBe(true);
  });

  it.each([
    subjects.botCommand(other, 'msg.send'),
    subjects.botEvent(other, 'message.sent'),
    subjects.botEvent(dice, 'message.sent'),
    'cmd.messaging.0.msg.send',
    'evt.messaging.0.message.sent',
    'feed.auth.0',
    'health.auth',
    '_INBOX.1',
    `${subjects.inbox('gateway')}.1`,
    '$SYS.REQ.SERVER.PING',
    '$JS.API.INFO',
  ])('let it not say %s', (subject) => expect(mayBot('publish', subject)).toBe(false));

  it('meet those of the gateway, and of nobody else', () => {
    expect(who('subscribe', subjects.botCommand(dice, 'msg.send'))).toEqual(['gateway']);
    expect(who('publish', subjects.botEvent(dice, 'message.sent'))).toEqual(['gateway']);
    expect(who('publish', subjects.botNotice(dice, 'scope.head'))).toEqual(['gateway']);
    for (const subject of [subjects.botEvent(dice, 'message.sent'), `${subjects.botInbox(dice)}.1`])
      expect([subject, who('subscribe', subject)]).toEqual([subject, []]);
  });
});
