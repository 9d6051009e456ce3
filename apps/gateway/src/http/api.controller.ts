import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  accepted,
  authCommands,
  commonReasons as reasons,
  refused,
  type Actor,
  type Command,
  type Reply,
} from '@devchitchat/contracts';
import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { TrustedProxies } from '../proxies/trusted-proxies';
import { Relay } from '../relay/relay.service';
import { httpCommands } from '../surface/commands';
import { OurPages } from '../session/our-pages';
import type { SessionCookie } from '../session/session-cookie';
import { withoutToken } from '../session/session-started';
import { Sessions } from '../session/sessions.service';
import { SESSION_COOKIE } from '../session/tokens';
import { httpStatusOf } from './http-status';
import { nothingHere } from './refusal-of-error';

const strangePage = refused(reasons.httpOtherSite);
const notJson = refused(reasons.httpNotJson);

/** `POST /api/<command>`: commands without a session, and those that start or end one. */
@Controller('api')
export class ApiController {
  constructor(
    @Inject(SESSION_COOKIE) private readonly cookie: SessionCookie,
    private readonly ourPages: OurPages,
    private readonly proxies: TrustedProxies,
    private readonly sessions: Sessions,
    private readonly relay: Relay,
    private readonly counters: Counters,
  ) {}

  @Post(':command')
  async run(
    @Param('command') name: string,
    @Body() input: unknown,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Reply<unknown>> {
    const command = httpCommands.get(name);
    const { reply, session } = withoutToken(await this.answer(command, input, request));
    if (session) {
      response.setHeader('Set-Cookie', this.cookie.keeping(session.sessionToken, session.expiresAt, Date.now()));
    } else if (
      (command === authCommands.signOut && isSignedOut(reply)) ||
      (command === authCommands.accountDelete && reply.ok)
    ) {
      response.setHeader('Set-Cookie', this.cookie.gone);
    }
    response.setHeader('Cache-Control', 'no-store');
    if (!reply.ok && reply.error.retryAfterMs !== undefined) {
      response.setHeader('Retry-After', Math.ceil(reply.error.retryAfterMs / 1000));
    }
    response.statusCode = httpStatusOf(reply);
    return reply;
  }

  private async answer(
    command: Command | undefined,
    input: unknown,
    request: IncomingMessage,
  ): Promise<Reply<unknown>> {
    const { headers } = request;
    if (!this.ourPages.sent(request)) return this.refuse(strangePage, command);
    if (!command) return this.refuse(nothingHere);
    // Requiring JSON also forces a CORS preflight on other sites' pages, which is refused: a form cannot send JSON.
    if (!headers['content-type']?.startsWith('application/json')) return this.refuse(notJson, command);
    const address = this.proxies.addressOf(request);
    const actor = await this.actorFor(command, headers.cookie, address);
    return actor.ok ? this.relay.relay(command, input, { actor: actor.value, address }) : this.refuse(actor, command);
  }

  /** The actor, if the command requires a session. */
  private async actorFor(command: Command, cookie: string | undefined, address: string): Promise<Reply<Actor | null>> {
    if (command.access.anonymous === 'ok') return accepted(null);
    const session = await this.sessions.of(cookie, address);
    return session.ok ? accepted(session.value.actor) : session;
  }

  private refuse(reply: Reply<unknown>, command?: Command): Reply<unknown> {
    if (!reply.ok) this.counters.refused(reply.error.code, command?.name);
    return reply;
  }
}

/** A session that already ended counts as signed out. */
const isSignedOut = (reply: Reply<unknown>): boolean => reply.ok || reply.error.code === 'unauthenticated';
