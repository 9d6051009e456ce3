import type { IncomingMessage } from 'node:http';
import { accepted, commonReasons, refused, type RateName, type Reply, type SessionActor } from '@devchitchat/contracts';
import { randomTrace, type Asking } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { RateLimits } from '../limits/rate-limits';
import { TrustedProxies } from '../proxies/trusted-proxies';
import { tooFast } from '../relay/refusals';
import { OurPages } from './our-pages';
import { Sessions } from './sessions.service';

/** A signed-in person whose request may go on to a service. */
export interface Admitted extends Asking {
  readonly actor: SessionActor;
}

const strangePage = refused(commonReasons.httpOtherSite);

/** How a request came about, as browsers tell over HTTPS: by one of our pages, or by the person alone. */
const ourSites: ReadonlySet<unknown> = new Set([undefined, 'same-origin', 'none']);

/** Decides which requests that carry bytes, and no command, a service is asked about at all. */
@Injectable()
export class Admission {
  constructor(
    private readonly ourPages: OurPages,
    private readonly proxies: TrustedProxies,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
  ) {}

  /** Refuses requests of other sites' pages, those without a session, and those above the rate. */
  async of(request: IncomingMessage, rate: RateName): Promise<Reply<Admitted>> {
    const { headers } = request;
    if (!this.ourPages.sent(request) || !ourSites.has(headers['sec-fetch-site'])) return strangePage;
    const address = this.proxies.addressOf(request);
    const session = await this.sessions.of(headers.cookie, address);
    if (!session.ok) return session;
    const { actor } = session.value;
    const waitMs = this.limits.waitFor(actor.userId, rate);
    if (waitMs > 0) return tooFast(this.limits.rate(rate), waitMs);
    return accepted({ actor, address, trace: randomTrace() });
  }
}
