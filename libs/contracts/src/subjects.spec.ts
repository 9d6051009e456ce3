import type { EventType } from './event';
import { processNames, serviceNames, type ProcessName, type ServiceName } from './service-name';
import { permissionsOf, subjects } from './subjects';
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

/** Whose facts others keep a projection of: messaging knows people, signaling knows who is in which room. */
const readersOf: Readonly<Record<ServiceName, readonly ProcessName[]>> = {
  auth: ['messaging'],
  messaging: ['signaling'],
  signaling: [],
  diagnostics: [],
};
const followersOf = ({ service, type }: EventType): readonly ProcessName[] =>
  service === 'messaging' && !type.startsWith('member.') ? [] : readersOf[service];

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
      expect(who('subscribe', subject)).toEqual(['gateway', ...followersOf(event)]);
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
    expect(who('publish', subjects.feed(service))).toEqual(readersOf[service]);
  });

  it('leaves the default inbox and the rest of NATS to nobody', () => {
    for (const subject of ['_INBOX.x.1', '$SYS.REQ.SERVER.PING', '$JS.API.INFO', 'anything']) {
      expect([subject, who('publish', subject), who('subscribe', subject)]).toEqual([subject, [], []]);
    }
  });
});
