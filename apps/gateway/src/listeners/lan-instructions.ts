import { entranceAt } from '../links/link-address';
import { secureUrl } from '../tls/local-tls.service';

/** Maximum number of addresses shown, best first. */
const maxShown = 4;

/** Instructions for other people on the network, one line each. */
export function lanInstructions(
  names: readonly string[],
  ports: { readonly secure: number; readonly plain: number },
  fingerprint: string,
): string[] {
  const entrance = (name: string): string => entranceAt(name, { ports, serves: () => true });
  const [first] = names;
  return [
    ...names.slice(0, maxShown).map((name) => `On your network: ${entrance(name)}`),
    // A container does not know the address of its host; the operator does.
    ...(first === undefined ? [`On your network: ${entrance('address-of-this-machine')}`] : []),
    `It explains the certificate once on each device, then goes on to ${secureUrl(first ?? 'address-of-this-machine', ports.secure)}`,
    `Fingerprint of the certificate, SHA-256: ${fingerprint}`,
  ];
}
