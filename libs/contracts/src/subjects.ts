import type { Command } from './grammar/command';
import type { UserId } from './grammar/ids';
import type { NatsName, ProcessName, ServiceName } from './grammar/service-name';

/**
 * The NATS subjects of all commands, events and notices. The token after the service's name is its shard: a room's
 * messages live in one shard, and currently there is only one shard.
 */
const shard = '0';

export const subjects = {
  command: (command: Pick<Command, 'service' | 'name'>) => `cmd.${command.service}.${shard}.${command.name}`,
  commandsOf: (service: ServiceName) => `cmd.${service}.${shard}.>`,
  event: (service: ServiceName, type: string) => `evt.${service}.${shard}.${type}`,
  eventsOf: (service: ServiceName) => `evt.${service}.${shard}.>`,
  allEvents: 'evt.>',
  notice: (from: ProcessName, name: string) => `ntc.${from}.${name}`,
  allNotices: 'ntc.>',
  /** Notices that tell followers of a service's log that it may have new events. */
  rings: (service: ServiceName) => [`ntc.${service}.scope.head`, `ntc.${service}.service.heartbeat`],
  /** Reports of processes about themselves; no notices for people. */
  reports: ['ntc.*.service.*', 'ntc.*.*.report'],
  /** Request/reply: a part of a service's log, for projections in other services. */
  feed: (service: ServiceName) => `feed.${service}.${shard}`,
  /** Request/reply: a part of a service's log without content, for admins. */
  log: (service: ServiceName) => `log.${service}.${shard}`,
  /** Request/reply: the health check. */
  health: (process: ProcessName) => `health.${process}`,
  /** A client's own reply subjects, which no other client may subscribe to. */
  inbox: (process: NatsName) => `_INBOX_${process}`,
  /** Each bot has its own subjects, shared only with the gateway. */
  botCommand: (bot: UserId, name: string) => `bot.${bot}.cmd.${name}`,
  botCommands: 'bot.*.cmd.>',
  botEvent: (bot: UserId, type: string) => `bot.${bot}.evt.${type}`,
  botNotice: (bot: UserId, name: string) => `bot.${bot}.ntc.${name}`,
  botInbox: (bot: UserId) => `_INBOX_bot.${bot}`,
} as const;

export interface SubjectPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

const importCommands = (['auth', 'messaging'] as const).map((service) => `cmd.${service}.${shard}.import.*`);

/** The events that messaging follows to tell of calls. */
const callTypes = ['call.started', 'call.joined', 'call.left', 'call.ended'];

/** The subjects each process may publish and subscribe to. nats-server refuses all others. Replies to requests are allowed. */
export function permissionsOf(name: NatsName): SubjectPermissions {
  const ownInbox = `${subjects.inbox(name)}.>`;
  // The importer sends import commands and receives only their answers.
  if (name === 'importer') return { publish: importCommands, subscribe: [ownInbox] };
  const own = [`ntc.${name}.>`];
  const asked = [subjects.health(name)];
  if (name === 'gateway') {
    return {
      publish: [...own, 'cmd.>', 'health.*', 'bot.*.evt.>', 'bot.*.ntc.>'],
      subscribe: [...asked, ownInbox, subjects.allEvents, subjects.allNotices, subjects.botCommands],
    };
  }
  const serves = {
    publish: [...own, `evt.${name}.>`],
    subscribe: [...asked, `cmd.${name}.>`, `feed.${name}.>`, `log.${name}.>`, ownInbox],
  };
  if (name === 'messaging') {
    return {
      publish: [...serves.publish, subjects.feed('auth'), subjects.feed('signaling')],
      subscribe: [
        ...serves.subscribe,
        subjects.eventsOf('auth'),
        ...subjects.rings('auth'),
        // The people in a call and its length, but no signals.
        ...callTypes.map((type) => subjects.event('signaling', type)),
        ...subjects.rings('signaling'),
      ],
    };
  }
  if (name === 'signaling') {
    // Memberships and sessions, but no messages.
    return {
      publish: [...serves.publish, subjects.feed('messaging'), subjects.feed('auth')],
      subscribe: [
        ...serves.subscribe,
        subjects.event('messaging', 'member.*'),
        ...subjects.rings('messaging'),
        ...['session.revoked', 'user.disabled', 'user.deleted'].map((type) => subjects.event('auth', type)),
        ...subjects.rings('auth'),
      ],
    };
  }
  if (name === 'diagnostics') {
    // No events and no signals: they carry messages and network addresses.
    return {
      publish: [...serves.publish, 'log.*.*'],
      subscribe: [...serves.subscribe, ...subjects.reports],
    };
  }
  return serves;
}

/**
 * The subjects a bot may publish and subscribe to: its commands, their answers, and its events and notices. `bot` is
 * its user id, or the placeholder that nats-server replaces with the name in its credentials.
 */
export function permissionsOfBot(bot: string): SubjectPermissions {
  return {
    publish: [`bot.${bot}.cmd.>`],
    subscribe: [`bot.${bot}.evt.>`, `bot.${bot}.ntc.>`, `_INBOX_bot.${bot}.>`],
  };
}
