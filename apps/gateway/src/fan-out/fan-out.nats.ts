import {
  authEvents,
  isEvent,
  serviceHeartbeat,
  subjects,
  type Audience,
  type PublishedEvent,
  type PublishedNotice,
  type scopeHead,
} from '@devchitchat/contracts';
import { CommandClient, listen, LOGGER, NATS, onReconnect, type Logger } from '@devchitchat/service-kit';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BotFanOut } from '../bots/bot-fan-out.nats';
import { BotRegistry } from '../bots/bot-registry.service';
import { Presence } from '../presence/presence.service';
import { SessionCheck } from '../browsers/session-check.service';
import { BrowserSockets } from '../browsers/browser-sockets.gateway';
import { audibleEvents, audibleNotices } from '../surface/audible';
import { Restarts } from './restarts';

const heartbeats = `.${serviceHeartbeat.name}`;

/** Delivers events and notices to the sockets of their audience. It needs no rules: every event carries its audience. */
@Injectable()
export class FanOut implements OnApplicationBootstrap {
  private readonly restarts = new Restarts();

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly commands: CommandClient,
    private readonly sockets: BrowserSockets,
    private readonly sessions: SessionCheck,
    private readonly registry: BotRegistry,
    private readonly bots: BotFanOut,
    private readonly presence: Presence,
  ) {}

  onApplicationBootstrap(): void {
    const options = { logger: this.logger };
    listen(this.nats, subjects.allEvents, options, (message) => this.hearEvent(message));
    listen(this.nats, subjects.allNotices, options, (message) => this.hearNotice(message));
    void onReconnect(this.nats, () => this.mayHaveMissed());
  }

  private hearEvent(message: Msg): void {
    if (!audibleEvents.has(message.subject)) return;
    const { audience, event } = message.json<PublishedEvent>();
    // First, so that a closed session does not receive the event about its own end.
    if (isEvent(authEvents.sessionRevoked, event)) this.sockets.endSession(event.body.sessionId);
    if (isEvent(authEvents.botRevoked, event)) this.presence.end(event.body.userId);
    if (isEvent(authEvents.userRoleChanged, event)) this.sockets.changeRole(event.body.userId, event.body.role);
    this.registry.hear(event);
    this.to(audience)?.emit('event', event);
    const { trace, type, eventId } = event;
    this.logger.debug('Event delivered.', { trace, event: type, eventId });
  }

  private hearNotice(message: Msg): void {
    if (message.subject.endsWith(heartbeats)) return this.hearHeartbeat(message);
    if (!audibleNotices.has(message.subject)) return;
    const { audience, name, data } = message.json<PublishedNotice<typeof scopeHead>>();
    this.to(audience)?.emit(name, data);
  }

  private hearHeartbeat(message: Msg): void {
    const { process, uptimeMs } = message.json<PublishedNotice<typeof serviceHeartbeat>>().data;
    if (process === 'gateway' || !this.restarts.isRestart(process, uptimeMs)) return;
    // Events committed but not published before a crash are never published.
    this.mayHaveMissed();
    this.commands.giveUp(process);
  }

  private mayHaveMissed(): void {
    this.sessions.check();
    this.to('everyone')?.emit('resync', {});
    this.registry.check();
    this.bots.sendResync();
  }

  /** socket.io would deliver to everyone for an empty list, so it is handled here. */
  private to(audience: Audience) {
    if (audience.length === 0) return undefined;
    return audience === 'everyone' ? this.sockets.io : this.sockets.io.to([...audience]);
  }
}
