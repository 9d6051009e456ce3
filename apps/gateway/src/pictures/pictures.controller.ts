import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  accepted,
  authCommands as auth,
  commonReasons,
  refused,
  type Command,
  type Reply,
  type SessionActor,
  type ValueOf,
} from '@devchitchat/contracts';
import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Controller, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { httpStatusOf } from '../http/http-status';
import { Counters } from '../limits/counters';
import { RateLimits } from '../limits/rate-limits';
import { TrustedProxies } from '../proxies/trusted-proxies';
import { defect, tooFast } from '../relay/refusals';
import { Relay } from '../relay/relay.service';
import { OurPages } from '../session/our-pages';
import { Sessions } from '../session/sessions.service';
import { KnownPictures } from './known-pictures.nats';
import { ReceivedPictures } from './received-pictures.service';

interface Asking {
  readonly actor: SessionActor;
  readonly address: string;
}

/** The id of a picture is the hash of its bytes, so what is stored under its address never changes. */
const headersOfPicture = {
  'Content-Type': 'image/webp',
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': "sandbox; default-src 'none'",
};

/**
 * `PUT /api/picture` takes a person's picture, or with `?user=<id>` a bot's, and answers as `auth.profile_update` does.
 * `GET /api/pictures/<user>/<picture>/<128 or 512>` serves it.
 */
@Controller('api')
export class PicturesController {
  constructor(
    private readonly ourPages: OurPages,
    private readonly proxies: TrustedProxies,
    private readonly sessions: Sessions,
    private readonly relay: Relay,
    private readonly rates: RateLimits,
    private readonly counters: Counters,
    private readonly received: ReceivedPictures,
    private readonly known: KnownPictures,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Put('picture')
  async take(
    @Query('user') user: unknown,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Reply<unknown>> {
    const reply = await this.set(user, request).catch((error: unknown) => {
      if (!request.destroyed) this.logger.error('A picture was not taken.', { error });
      return defect;
    });
    return this.answer(reply, response);
  }

  private async set(user: unknown, request: IncomingMessage): Promise<Reply<unknown>> {
    if (!this.ourPages.sent(request)) return this.refuse(refused(commonReasons.httpOtherSite), auth.pictureSet);
    const asking = await this.asking(request);
    if (!asking.ok) return this.refuse(asking, auth.pictureSet);
    const refusal = this.overRate(asking.value) ?? this.received.refuse(request);
    if (refusal) return this.refuse(refusal, auth.pictureSet);
    const encoded = await this.received.encode(request, asking.value.actor.userId);
    if (!encoded.ok) return this.refuse(encoded, auth.pictureSet);
    const input = { ...encoded.value, ...(user !== undefined && { userId: user }) };
    return this.relay.relay(auth.pictureSet, input, asking.value);
  }

  @Get('pictures/:user/:picture/:size')
  async give(
    @Param('user') userId: string,
    @Param('picture') picture: string,
    @Param('size') size: string,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const found = await this.find(userId, { picture, size }, request);
    if (!found.ok) {
      response.setHeader('Content-Type', 'application/json');
      return void response.end(JSON.stringify(this.answer(found, response)));
    }
    response.setHeaders(new Headers(headersOfPicture));
    response.setHeader('Content-Length', found.value.length);
    response.end(found.value);
  }

  private async find(
    userId: string,
    { picture, size }: { readonly picture: string; readonly size: string },
    request: IncomingMessage,
  ): Promise<Reply<Buffer>> {
    const asking = await this.asking(request);
    if (!asking.ok) return this.refuse(asking, auth.pictureRead);
    const name = `${picture}/${size}`;
    const kept = this.known.get(userId, name);
    if (kept) return accepted(kept);
    const { age } = this.known;
    const reply = await this.relay.relay(auth.pictureRead, { userId, picture, size: Number(size) }, asking.value);
    if (!reply.ok) return reply;
    const bytes = Buffer.from((reply.value as ValueOf<typeof auth.pictureRead>).bytes, 'base64');
    this.known.keep(userId, name, bytes, age);
    return accepted(bytes);
  }

  private async asking(request: IncomingMessage): Promise<Reply<Asking>> {
    const address = this.proxies.addressOf(request);
    const session = await this.sessions.of(request.headers.cookie, address);
    return session.ok ? accepted({ actor: session.value.actor, address }) : session;
  }

  /** Before the body, which costs more than the command. */
  private overRate({ actor }: Asking): Reply<never> | undefined {
    const waitMs = this.rates.waitFor(actor.userId, 'upload');
    return waitMs === 0 ? undefined : tooFast(this.rates.rate('upload'), waitMs);
  }

  private answer(reply: Reply<unknown>, response: ServerResponse): Reply<unknown> {
    response.setHeader('Cache-Control', 'no-store');
    response.statusCode = httpStatusOf(reply);
    return reply;
  }

  private refuse<Refusal extends Reply<unknown>>(refusal: Refusal, command: Command): Refusal {
    if (!refusal.ok) this.counters.refused(refusal.error.code, command.name);
    return refusal;
  }
}
