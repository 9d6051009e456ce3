import type { Command } from './grammar/command';
import type { UserId } from './grammar/ids';
import type { NatsName, ProcessName, ServiceName } from './grammar/service-name';

/**
 * Where each word travels on NATS. The token after the service's name is its shard: a room's messages live in one shard,
 * and there is one shard now.
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
  /** What tells those who follow a service's log that there may be something in it. */
  rings: (service: ServiceName) => [`ntc.${service}.scope.head`, `ntc.${service}.service.heartbeat`],
  /** What processes tell of themselves, and nothing that is meant for people. */
  reports: ['ntc.*.service.*', 'ntc.*.*.report'],
  /** Request/reply: a stretch of a service's log, for projections that other services keep. */
  feed: (service: ServiceName) => `feed.${service}.${shard}`,
  /** Request/reply: a stretch of a service's log without its content, for the eyes of admins. */
  log: (service: ServiceName) => `log.${service}.${shard}`,
  /** Request/reply: are you well? */
  health: (process: ProcessName) => `health.${process}`,
  /** A client's own reply subjects, which nobody else may hear. */
  inbox: (process: NatsName) => `_INBOX_${process}`,
  /** Bots have subjects of their own, on which they and the gateway are alone. */
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

/** What each process may say and hear. Everything else is refused by nats-server. Replies are allowed where asked. */
export function permissionsOf(name: NatsName): SubjectPermissions {
  const ownInbox = `${subjects.inbox(name)}.>`;
  // It brings things in, and hears nothing but what became of that.
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
      publish: [...serves.publish, subjects.feed('auth')],
      subscribe: [...serves.subscribe, subjects.eventsOf('auth'), ...subjects.rings('auth')],
    };
  }
  if (name === 'signaling') {
    // Who is in which room and who is signed in, and nothing that is said.
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
    // It hears no event and no signal: those carry what people said, and where they are.
    return {
      publish: [...serves.publish, 'log.*.*'],
      subscribe: [...serves.subscribe, ...subjects.reports],
    };
  }
  return serves;
}

/**
 * What a bot may say and hear: its own commands, the answers to them, and what is told to it. `bot` is its user id, or the
 * placeholder that nats-server puts the name on its credentials in for.
 */
export function permissionsOfBot(bot: string): SubjectPermissions {
  return {
    publish: [`bot.${bot}.cmd.>`],
    subscribe: [`bot.${bot}.evt.>`, `bot.${bot}.ntc.>`, `_INBOX_bot.${bot}.>`],
  };
}
