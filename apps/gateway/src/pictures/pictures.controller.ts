import type { IncomingMessage, ServerResponse } from 'node:http';
import { accepted, authCommands as auth, type Command, type Reply, type ValueOf } from '@devchitchat/contracts';
import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Controller, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { answer } from '../http/answer.http';
import { Counters } from '../limits/counters';
import { defect } from '../relay/refusals';
import { Relay } from '../relay/relay.service';
import { Admission } from '../session/admission.service';
import { KnownPictures } from './known-pictures.nats';
import { ReceivedPictures } from './received-pictures.service';

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
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly admission: Admission,
    private readonly relay: Relay,
    private readonly counters: Counters,
    private readonly received: ReceivedPictures,
    private readonly known: KnownPictures,
  ) {}

  @Put('picture')
  async take(@Query('user') user: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse) {
    const reply = await this.set(user, request).catch((error: unknown) => {
      if (!request.destroyed) this.logger.error('A picture was not taken.', { error });
      return defect;
    });
    if (!response.destroyed) answer(response, reply);
  }

  /** Refuses before the body, which costs more than the command. */
  private async set(user: unknown, request: IncomingMessage): Promise<Reply<unknown>> {
    const admitted = await this.admission.of(request, 'upload');
    if (!admitted.ok) return this.refuse(admitted, auth.pictureSet);
    const refusal = this.received.refuse(request);
    if (refusal) return this.refuse(refusal, auth.pictureSet);
    const encoded = await this.received.encode(request, admitted.value.actor.userId);
    if (!encoded.ok) return this.refuse(encoded, auth.pictureSet);
    const input = { ...encoded.value, ...(user !== undefined && { userId: user }) };
    return this.relay.relay(auth.pictureSet, input, admitted.value);
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
    if (!found.ok) return answer(response, found);
    response.setHeaders(new Headers(headersOfPicture));
    response.setHeader('Content-Length', found.value.length);
    response.end(found.value);
  }

  private async find(
    userId: string,
    { picture, size }: { readonly picture: string; readonly size: string },
    request: IncomingMessage,
  ): Promise<Reply<Buffer>> {
    const admitted = await this.admission.of(request, 'file');
    if (!admitted.ok) return this.refuse(admitted, auth.pictureRead);
    const name = `${picture}/${size}`;
    const kept = this.known.get(userId, name);
    if (kept) return accepted(kept);
    const { age } = this.known;
    const reply = await this.relay.relay(auth.pictureRead, { userId, picture, size: Number(size) }, admitted.value);
    if (!reply.ok) return reply;
    const bytes = Buffer.from((reply.value as ValueOf<typeof auth.pictureRead>).bytes, 'base64');
    this.known.keep(userId, name, bytes, age);
    return accepted(bytes);
  }

  private refuse<Refusal extends Reply<unknown>>(refusal: Refusal, command: Command): Refusal {
    if (!refusal.ok) this.counters.refused(refusal.error.code, command.name);
    return refusal;
  }
}
