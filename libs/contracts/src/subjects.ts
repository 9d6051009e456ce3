import type { Command } from './command';
import type { ProcessName, ServiceName } from './service-name';

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
  /** Request/reply: a stretch of a service's log, for projections that other services keep. */
  feed: (service: ServiceName) => `feed.${service}.${shard}`,
  /** Request/reply: are you well? */
  health: (process: ProcessName) => `health.${process}`,
  /** A client's own reply subjects, which nobody else may hear. */
  inbox: (process: ProcessName) => `_INBOX_${process}`,
} as const;

export interface SubjectPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** What each process may say and hear. Everything else is refused by nats-server. Replies are allowed where asked. */
export function permissionsOf(name: ProcessName): SubjectPermissions {
  const ownInbox = `${subjects.inbox(name)}.>`;
  const own = [`ntc.${name}.>`];
  const asked = [subjects.health(name)];
  if (name === 'gateway') {
    return {
      publish: [...own, 'cmd.>', 'health.*'],
      subscribe: [...asked, ownInbox, subjects.allEvents, subjects.allNotices],
    };
  }
  const serves = {
    publish: [...own, `evt.${name}.>`],
    subscribe: [...asked, `cmd.${name}.>`, `feed.${name}.>`, ownInbox],
  };
  if (name === 'messaging') {
    return {
      publish: [...serves.publish, subjects.feed('auth')],
      subscribe: [...serves.subscribe, subjects.eventsOf('auth'), 'ntc.auth.>'],
    };
  }
  if (name === 'signaling') {
    // Who is in which room, and nothing that is said there.
    return {
      publish: [...serves.publish, subjects.feed('messaging')],
      subscribe: [...serves.subscribe, subjects.event('messaging', 'member.*'), 'ntc.messaging.>'],
    };
  }
  if (name === 'diagnostics') {
    return { ...serves, subscribe: [...serves.subscribe, subjects.allNotices] };
  }
  return serves;
}
