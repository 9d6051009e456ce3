import { authEvents, subjects, type PublishedEvent } from '@devchitchat/contracts';
import { listen, LOGGER, NATS, onReconnect, type Logger } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PictureCache } from './picture-cache';

/** Milliseconds. Events that auth committed but did not publish before a crash are never published. */
const forgetAllEveryMs = 60_000;

const changes = [authEvents.userProfileChanged, authEvents.userDeleted] as const;

/** The pictures that were read last, without those of people who changed or deleted theirs. */
@Injectable()
export class KnownPictures extends PictureCache implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    for (const { service, type } of changes) {
      listen(this.nats, subjects.event(service, type), { logger: this.logger }, (message) => {
        this.drop((message.json<PublishedEvent>().event.body as { userId: string }).userId);
      });
    }
    void onReconnect(this.nats, () => this.drop());
    this.timer = setInterval(() => this.drop(), forgetAllEveryMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
