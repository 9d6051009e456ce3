import { X509Certificate } from 'node:crypto';
import type { CommandClient, Readiness } from '@devchitchat/service-kit';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { PublicPorts } from '../links/public-ports';
import { firstAdminLink } from '../http/first-admin.client';
import type { LinkAddresses } from '../links/link-addresses';
import type { LocalTls } from '../tls/local-tls.service';
import { lanInstructions } from './lan-instructions';

export interface StartupMessagesOptions {
  readonly commands: CommandClient;
  readonly readiness: Readiness;
  readonly links: LinkAddresses;
  readonly tls: LocalTls | undefined;
  readonly publicPorts: PublicPorts;
}

/**
 * Startup messages for the operator, on stdout but not as log lines, because people look for them and `npm start` shows
 * them.
 */
export class StartupMessages implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(private readonly options: StartupMessagesOptions) {}

  onApplicationBootstrap(): void {
    this.options.readiness.onReady(() => {
      this.tellTheNetwork();
      void this.tellFirstAdmin();
    });
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private tellTheNetwork(): void {
    const { tls, links, publicPorts } = this.options;
    if (!tls) return;
    const { fingerprint256 } = new X509Certificate(tls.certificate);
    for (const line of lanInstructions(links.networkNames, publicPorts, fingerprint256))
      process.stdout.write(`${line}\n`);
  }

  private async tellFirstAdmin(): Promise<void> {
    const { commands, links } = this.options;
    const link = await firstAdminLink(commands, links.here, this.stopping.signal);
    if (link !== undefined) process.stdout.write(`First admin: ${link}\n`);
  }
}
