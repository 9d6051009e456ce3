import { existsSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { isLoopback, namesOfHost } from '../host-names/names';

/** Bridges that containers and virtual machines are behind: nobody else on the network reaches us there. */
const virtual = /^(docker|br-|veth|virbr|podman|cni)/;

/** What this machine says of itself. Asked again and again: a laptop moves. */
export interface Machine {
  /** What it is called, and every address it has. */
  readonly names: () => string[];
  /** IPv4 addresses at which others on the network reach it, best first; none in a container, which cannot know. */
  readonly lanAddresses: () => string[];
}

export const thisMachine: Machine = {
  names: () => [...namesOfHost(hostname()), ...addresses().map(({ address }) => address)],
  lanAddresses: () =>
    isContainer()
      ? []
      : addresses()
          .filter(({ name, address }) => !virtual.test(name) && isIP(address) === 4 && !isLoopback(address))
          .map(({ address }) => address),
};

function addresses(): { name: string; address: string }[] {
  return Object.entries(networkInterfaces()).flatMap(([name, entries = []]) =>
    // A link-local IPv6 address needs a zone, which no URL can hold.
    entries.filter(({ address }) => !address.startsWith('fe80:')).map(({ address }) => ({ name, address })),
  );
}

const isContainer = (): boolean => existsSync('/.dockerenv') || existsSync('/run/.containerenv');
