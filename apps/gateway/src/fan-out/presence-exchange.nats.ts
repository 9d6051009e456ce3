import { presence, presenceHere, subjects, type PublishedNotice } from '@devchitchat/contracts';
import {
  heartbeatIntervalMs,
  listen,
  LOGGER,
  NATS,
  Publisher,
  randomCharacters,
  type Logger,
} from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BrowserSockets } from '../browsers/browser-sockets.gateway';
import { changes, inParts, listed, type PeopleHere } from '../presence/people-here';
import { Presence } from '../presence/presence.service';

/** Milliseconds for which changes are collected: presence is published at most five times a second. */
const gatheredFor = 200;

/**
 * Exchanges presence with the other gateways and sends the combined changes to the sockets here. No gateway is
 * authoritative; one that starts late has everything after one heartbeat.
 */
@Injectable()
export class PresenceExchange implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly runId = randomCharacters(16);
  private heartbeat: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private published: PeopleHere = new Map();

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly publisher: Publisher,
    private readonly presence: Presence,
    private readonly sockets: BrowserSockets,
  ) {}

  onApplicationBootstrap(): void {
    listen(this.nats, subjects.notice('gateway', presenceHere.name), { logger: this.logger }, (message) => {
      const { data } = message.json<PublishedNotice<typeof presenceHere>>();
      if (data.runId !== this.runId) this.presence.hear(data);
    });
    this.presence.onNews(() => this.gather());
    this.heartbeat = setInterval(() => this.beat(), heartbeatIntervalMs);
    this.heartbeat.unref();
  }

  onApplicationShutdown(): void {
    this.presence.onNews(() => {});
    clearInterval(this.heartbeat);
    clearTimeout(this.gathering);
  }

  private gather(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      const here = this.presence.here();
      if (changes(this.published, here).length > 0) this.publish(here);
      this.show();
    }, gatheredFor).unref();
  }

  private beat(): void {
    this.publish(this.presence.here());
    this.show();
  }

  private publish(here: PeopleHere): void {
    this.published = here;
    const parts = inParts(listed(here));
    for (const [part, people] of parts.entries()) {
      this.publisher.notice(presenceHere, { runId: this.runId, part, parts: parts.length, people }, []);
    }
  }

  private show(): void {
    const changed = this.presence.takeChanges();
    if (changed.length === 0) return;
    for (const people of inParts(changed)) this.sockets.io.emit(presence.name, { whole: false, people });
  }
}
