import type { LinkAddress } from '@devchitchat/contracts';
import type { PublicPorts } from './public-ports';
import type { GatewayEnvironment } from '../environment/environment';
import type { LocalTls } from '../tls/local-tls.service';
import { thisMachine, type Machine } from '../tls/machine.os';
import { reachOf } from '../host-names/names';
import { addressForLinks, entranceAt, type Entrances } from './link-address';

export interface LinkAddressesOptions {
  readonly environment: Pick<GatewayEnvironment, 'PUBLIC_URL' | 'HOST' | 'TLS_NAMES'>;
  readonly tls: LocalTls | undefined;
  readonly publicPorts: PublicPorts;
  readonly machine?: Machine;
}

/** Knows by which addresses others open this server. Asked anew for every link, because a laptop moves. */
export class LinkAddresses {
  constructor(private readonly options: LinkAddressesOptions) {}

  for(page: string): LinkAddress {
    return addressForLinks(page, this.entrances);
  }

  /** The address for the operator at this machine. */
  get here(): string {
    const { PUBLIC_URL } = this.options.environment;
    return PUBLIC_URL ?? entranceAt('localhost', this.entrances);
  }

  /** Names by which others on the network open this server, best first. */
  get networkNames(): readonly string[] {
    const { certain, told } = this.entrances;
    return [...new Set([...certain, ...told])].filter((name) => reachOf(name) !== 'this-computer');
  }

  private get entrances(): Entrances {
    const { environment, tls, publicPorts, machine = thisMachine } = this.options;
    return {
      publicUrl: environment.PUBLIC_URL,
      host: environment.HOST,
      ports: { secure: tls ? publicPorts.secure : publicPorts.listening, plain: publicPorts.plain },
      serves: tls?.serves,
      certain: tls ? [...environment.TLS_NAMES, ...machine.lanAddresses()].filter(tls.serves) : machine.lanAddresses(),
      told: tls?.usedNames() ?? [],
    };
  }
}
