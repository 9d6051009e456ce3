import { authCommands, commonReasons as reasons, refused, type ReplyTo } from '@devchitchat/contracts';
import { CommandClient, serverContext } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { SESSION_COOKIE } from './tokens';
import type { SessionCookie } from './session-cookie';

const notSignedIn = refused(reasons.sessionRequired);

/** Looks up the session of a cookie at auth; without a cookie no request is made. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(SESSION_COOKIE) private readonly cookie: SessionCookie,
    private readonly commands: CommandClient,
  ) {}

  /**
   * Refuses with `unauthenticated` if the cookie is missing or its session ended, and with `unavailable` if auth does not
   * answer.
   *
   * @param address the client's address
   */
  async of(cookieHeader: string | undefined, address: string): Promise<ReplyTo<typeof authCommands.sessionResolve>> {
    const token = this.cookie.tokenIn(cookieHeader);
    if (token === undefined) return notSignedIn;
    return this.commands.ask(authCommands.sessionResolve, { token }, serverContext(address));
  }
}
