import type { PublicPorts } from '../ca/ca.middleware';
import { secureUrl } from '../tls/local-tls.service';
import { inUrl } from '../host-names/names';

/** Maximum number of addresses shown, best first. */
const maxShown = 4;

/** Instructions for other people on the network, one line each. */
export function lanInstructions(names: readonly string[], publicPorts: PublicPorts, fingerprint: string): string[] {
  const [first] = names;
  // A container does not know the address of its host; the operator does.
  const name = first === undefined ? '<address of this machine>' : inUrl(first);
  return [
    ...names.slice(0, maxShown).map((known) => `On your network: ${secureUrl(known, publicPorts.secure)}`),
    `First, once on each device: http://${name}:${publicPorts.plain}/ca`,
    `Fingerprint of the certificate, SHA-256: ${fingerprint}`,
  ];
}
