import type { EventType } from './grammar/event';
import type { UserId } from './grammar/ids';
import {
  natsNames,
  processNames,
  serviceNames,
  type NatsName,
  type ProcessName,
  type ServiceName,
} from './grammar/service-name';
import { presence, presenceHere } from './gateway';
import { typing } from './messaging';
import { permissionsOf, permissionsOfBot, subjects } from './subjects';
import { allCommands, allEvents } from './vocabulary';

/** NATS wildcards: `*` matches one token, `>` one or more at the end. */
function covers(pattern: string, subject: string): boolean {
  const tokens = subject.split('.');
  const parts = pattern.split('.');
  const open = parts.at(-1) === '>';
  if (open ? tokens.length < parts.length : tokens.length !== parts.length) return false;
  return parts.every((part, at) => part === '>' || part === '*' || part === tokens[at]);
}

const may = (what: 'publish' | 'subscribe', name: NatsName, subject: string) =>
  permissionsOf(name)[what].some((pattern) => covers(pattern, subject));
const who = (what: 'publish' | 'subscribe', subject: string) => natsNames.filter((name) => may(what, name, subject));

/** Services and the logs they follow: messaging needs people and calls; signaling needs room members and ended sessions. */
const readersOf: Readonly<Record<ServiceName, readonly ProcessName[]>> = {
  auth: ['messaging', 'signaling'],
  messaging: ['signaling'],
  signaling: ['messaging'],
  diagnostics: [],
};
/** The events that end the right to be in a call. */
const heardBySignaling = /^(member\..*|session\.revoked|user\.(disabled|deleted))$/;
const followersOf = ({ service, type }: EventType): readonly ProcessName[] =>
  readersOf[service].filter((reader) =>
    reader === 'signaling' ? heardBySignaling.test(type) : service !== 'signaling' || type.startsWith('call.'),
  );

const carried = allCommands.filter(({ service }) => service !== 'gateway');
const answered = allCommands.filter(({ service }) => service === 'gateway');

describe('permissions on NATS', () => {
  it.each(carried.map((c) => [c.name, c] as const))(
    '%s: sent by the gateway, or for an import by the importer, and received by its service',
    (_, command) => {
      const isOfImport = command.name.startsWith('import.');
      expect(who('publish', subjects.command(command))).toEqual(isOfImport ? ['gateway', 'importer'] : ['gateway']);
      expect(who('subscribe', subjects.command(command))).toEqual([command.service]);
    },
  );

  it.each(answered.map((c) => [c.name, c] as const))(
    '%s: answered by the gateway itself, so no process subscribes to it',
    (_, command) => {
      expect(who('subscribe', subjects.command(command))).toEqual([]);
    },
  );

  it.each(allEvents.map((e) => [e.type, e] as const))(
    '%s: published only by its service, received by the gateway and its followers',
    (_, event) => {
      const subject = subjects.event(event.service, event.type);

      expect(who('publish', subject)).toEqual([event.service]);
      expect(who('subscribe', subject)).toEqual(['gateway', ...followersOf(event)]);
    },
  );

  it.each(processNames)('%s: publishes only its own notices and answers only its own health check', (process) => {
    expect(who('publish', subjects.notice(process, 'resync'))).toEqual([process]);
    expect(who('subscribe', subjects.health(process))).toEqual([process]);
    expect(who('publish', subjects.health(process))).toEqual(['gateway']);
  });

  it('allow the importer only import commands and their answers', () => {
    expect(permissionsOf('importer')).toEqual({
      publish: ['cmd.auth.0.import.*', 'cmd.messaging.0.import.*'],
      subscribe: ['_INBOX_importer.>'],
    });
  });

  it.each(natsNames)('%s: is the only subscriber to its inbox', (process) => {
    expect(who('subscribe', `${subjects.inbox(process)}.x.1`)).toEqual([process]);
  });

  it.each(serviceNames)("%s: serves its own log's feed", (service) => {
    expect(who('subscribe', subjects.feed(service))).toEqual([service]);
    expect(who('publish', subjects.feed(service))).toEqual(readersOf[service]);
  });

  it('give followers of a log its heads and heartbeats, but no presence or typing', () => {
    for (const service of ['auth', 'messaging', 'signaling'] as const) {
      for (const rings of ['scope.head', 'service.heartbeat'])
        expect(readersOf[service].filter((one) => !may('subscribe', one, subjects.notice(service, rings)))).toEqual([]);
    }
    for (const notice of [typing, presence, presenceHere])
      expect(who('subscribe', subjects.notice(notice.from as ProcessName, notice.name))).toEqual(['gateway']);
  });

  it.each(serviceNames)('%s: shows its log to diagnostics, which receives no events', (service) => {
    expect(who('subscribe', subjects.log(service))).toEqual([service]);
    expect(who('publish', subjects.log(service))).toEqual(['diagnostics']);
  });

  it('allow no process the default inbox and the rest of NATS', () => {
    for (const subject of ['_INBOX.x.1', '$SYS.REQ.SERVER.PING', '$JS.API.INFO', 'anything']) {
      expect([subject, who('publish', subject), who('subscribe', subject)]).toEqual([subject, [], []]);
    }
  });
});

describe('permissions of a bot', () => {
  const [dice, other] = ['u_000000000000d1ce', 'u_00000000000000th'] as [UserId, UserId];
  const mayBot = (what: 'publish' | 'subscribe', subject: string) =>
    permissionsOfBot(dice)[what].some((pattern) => covers(pattern, subject));

  it('are its own commands, events, notices and replies', () => {
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
  ])('do not let it publish %s', (subject) => expect(mayBot('publish', subject)).toBe(false));

  it('overlap with those of the gateway only', () => {
    expect(who('subscribe', subjects.botCommand(dice, 'msg.send'))).toEqual(['gateway']);
    expect(who('publish', subjects.botEvent(dice, 'message.sent'))).toEqual(['gateway']);
    expect(who('publish', subjects.botNotice(dice, 'scope.head'))).toEqual(['gateway']);
    for (const subject of [subjects.botEvent(dice, 'message.sent'), `${subjects.botInbox(dice)}.1`])
      expect([subject, who('subscribe', subject)]).toEqual([subject, []]);
  });
});
