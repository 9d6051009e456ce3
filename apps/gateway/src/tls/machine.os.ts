import { existsSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { isLoopback, namesOfHost } from '../host-names/names';

/** Bridges of containers and virtual machines, which others on the network cannot reach. */
const virtual = /^(docker|br-|veth|virbr|podman|cni)/;

/** The machine's names and addresses, read repeatedly because a laptop moves. */
export interface Machine {
  /** Its host names and all its addresses. */
  readonly names: () => string[];
  /** IPv4 addresses reachable from the network, best first; none in a container, which cannot know them. */
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
    // A link-local IPv6 address needs a zone, which URLs cannot contain.
    entries.filter(({ address }) => !address.startsWith('fe80:')).map(({ address }) => ({ name, address })),
  );
}

const isContainer = (): boolean => existsSync('/.dockerenv') || existsSync('/run/.containerenv');
