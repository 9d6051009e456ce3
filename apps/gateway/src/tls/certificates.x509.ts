// Required by @peculiar/x509.
import 'reflect-metadata';
import { createPrivateKey, createPublicKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import type { GeneralName } from '@peculiar/asn1-x509';
import type { Leaf } from './leaf-plan';
import { plainName, type Permitted } from '../host-names/names';

/** A certificate with its key, both PEM. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const nameConstraints = '2.5.29.30';
/** Ten years: users install it once for the lifetime of the machine. */
const authorityLifetimeMs = 3_650 * 86_400_000;

/** Loaded lazily, because most installations do not need it. */
const x509 = async () => import('@peculiar/x509');

/**
 * Creates a certificate authority restricted to the permitted names. The constraint is critical, so devices that do not
 * support it reject the authority. It may not sign further authorities, and only server certificates.
 */
export async function createAuthority(permitted: Permitted, now: number): Promise<KeyPair> {
  const { BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, Extension, ...lib } = await x509();
  const keys = await generateKeys();
  // A unique name per authority, so that users can tell which one to remove.
  const name = `CN=devchitchat local CA ${randomBytes(3).toString('hex')}, O=devchitchat`;
  const { keyCertSign, cRLSign } = lib.KeyUsageFlags;
  const certificate = await lib.X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    notBefore: new Date(now - 86_400_000),
    notAfter: new Date(now + authorityLifetimeMs),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new lib.KeyUsagesExtension(keyCertSign | cRLSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new Extension(nameConstraints, true, await encoded(permitted)),
      await lib.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await privatePem(keys.privateKey), cert: certificate.toString('pem') };
}

/** A certificate for names and addresses, signed by the authority. */
export async function signLeaf(authority: KeyPair, { names, notBefore, notAfter }: Leaf): Promise<KeyPair> {
  const { AuthorityKeyIdentifierExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, ...lib } = await x509();
  const issuer = new lib.X509Certificate(authority.cert);
  const keys = await generateKeys();
  const certificate = await lib.X509CertificateGenerator.create({
    // The spaces keep it from being taken for a host name.
    subject: 'CN=devchitchat on this network, O=devchitchat',
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await importKey(createPrivateKey(authority.key)),
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    signingAlgorithm: algorithm,
    extensions: [
      new lib.BasicConstraintsExtension(false, undefined, true),
      new lib.KeyUsagesExtension(lib.KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new lib.SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) ? 'ip' : 'dns', value: name }))),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await lib.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await privatePem(keys.privateKey), cert: certificate.toString('pem') };
}

/** The permissions in an authority's certificate. */
export async function permittedBy(authority: string): Promise<Permitted> {
  const [{ X509Certificate: Parsed }, { AsnConvert }, { NameConstraints }] = await Promise.all([
    x509(),
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
  ]);
  const extension = new Parsed(authority).getExtension(nameConstraints);
  const bases: GeneralName[] = [];
  if (extension) {
    const { permittedSubtrees } = AsnConvert.parse(extension.value, NameConstraints);
    for (const { base } of permittedSubtrees ?? []) bases.push(base);
  }
  return {
    domains: bases.flatMap(({ dNSName }) => dNSName ?? []),
    networks: bases.flatMap(({ iPAddress }) => iPAddress ?? []),
  };
}

/** The data of a leaf certificate; `undefined` if it was not signed by the authority or does not match its key. */
export function leafIn({ key, cert }: KeyPair, authority: string): Leaf | undefined {
  try {
    const certificate = new X509Certificate(cert);
    if (!belongTogether({ key, cert })) return undefined;
    if (!certificate.verify(new X509Certificate(authority).publicKey)) return undefined;
    const names = (certificate.subjectAltName ?? '').split(', ').map((entry) => entry.replace(/^[^:]*:/, ''));
    return { names: names.flatMap((name) => plainName(name) ?? []), ...validityOf(cert) };
  } catch {
    return undefined;
  }
}

export function validityOf(cert: string): { notBefore: number; notAfter: number } {
  const { validFrom, validTo } = new X509Certificate(cert);
  return { notBefore: Date.parse(validFrom), notAfter: Date.parse(validTo) };
}

const generateKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

const importKey = (key: KeyObject) =>
  crypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), algorithm, false, ['sign']);

const privatePem = async (key: CryptoKey): Promise<string> =>
  createPrivateKey({
    key: Buffer.from(await crypto.subtle.exportKey('pkcs8', key)),
    type: 'pkcs8',
    format: 'der',
  }).export({
    type: 'pkcs8',
    format: 'pem',
  });

/** Whether an authority's certificate is undamaged: any damage invalidates its own signature. */
export const isWholeAuthority = (pair: KeyPair): boolean => {
  const certificate = new X509Certificate(pair.cert);
  return belongTogether(pair) && certificate.verify(certificate.publicKey);
};

/** Whether a key and a certificate belong together. */
const belongTogether = ({ key, cert }: KeyPair): boolean =>
  createPublicKey(createPrivateKey(key)).equals(new X509Certificate(cert).publicKey);

async function encoded({ domains, networks }: Permitted): Promise<ArrayBuffer> {
  const [{ AsnConvert }, { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints }] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
  ]);
  const bases = [...domains.map((dNSName) => ({ dNSName })), ...networks.map((iPAddress) => ({ iPAddress }))];
  const permittedSubtrees = new GeneralSubtrees(
    bases.map((base) => new GeneralSubtree({ base: new GeneralName(base) })),
  );
  return AsnConvert.serialize(new NameConstraints({ permittedSubtrees }));
}
