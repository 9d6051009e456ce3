import { join } from 'node:path';
import { EnvironmentError, type Logger } from '@devchitchat/service-kit';
import type { OnModuleDestroy } from '@nestjs/common';
import { createAuthority, leafIn, permittedBy, signLeaf, validityOf, type KeyPair } from './certificates.x509';
import { leafValidity, reasonForNewLeaf, type Leaf } from './leaf-plan';
import { thisMachine, type Machine } from './machine.os';
import { knowing, knownIn, lineOf, type KnownName, type Tier } from './known-names';
import { inUrl, isLearnable, permits, permittedWith, plainName, type Permitted } from '../host-names/names';
import { TlsFolder } from './tls-folder.files';

/** Milliseconds between checks. Expiry is a month ahead, but a laptop's new address should be covered soon. */
const checkIntervalMs = 60_000;

export interface LocalTlsOptions {
  readonly dataDir: string;
  /** Configured names, in addition to the machine's own. */
  readonly declared: readonly string[];
  readonly logger: Logger;
  readonly machine?: Machine;
  /** Milliseconds since 1970: certificates are valid by wall-clock time. */
  readonly now?: () => number;
}

/**
 * HTTPS with the installation's own certificate authority. The leaf certificate follows the machine's names and the clock.
 */
export class LocalTls implements OnModuleDestroy {
  private pair!: KeyPair;
  private leaf: Leaf | undefined;
  private readonly renewed: ((pair: KeyPair) => void)[] = [];
  private readonly timer = setInterval(() => void this.check().catch(this.logFailure), checkIntervalMs).unref();
  /** Serializes the creation of leaves. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly folder: TlsFolder,
    private readonly authority: KeyPair,
    private readonly permitted: Permitted,
    private learned: readonly KnownName[],
    private readonly options: Required<LocalTlsOptions>,
  ) {}

  /** @throws {EnvironmentError} where the folder is broken, or a declared name is not the authority's to serve */
  static async open(options: LocalTlsOptions): Promise<LocalTls> {
    const complete = { machine: thisMachine, now: Date.now, ...options };
    const { dataDir, now, machine, logger } = complete;
    const declared = options.declared.map((name) => plainName(name) ?? name);
    const folder = new TlsFolder(join(dataDir, 'tls'));
    const authority = await folder.authority(async () => {
      logger.info('Certificate authority created.');
      return createAuthority(permittedWith([...declared, ...withoutDot(machine.names())]), now());
    });
    if (validityOf(authority.cert).notAfter <= now()) {
      throw new EnvironmentError(
        `The certificate authority in ${folder.path} has expired. Move the folder away to create a new one.`,
      );
    }
    const permitted = await permittedBy(authority.cert);
    const foreign = declared.find((name) => !permits(permitted, name));
    if (foreign !== undefined) {
      throw new EnvironmentError(
        `TLS_NAMES or PUBLIC_URL names ${foreign}, for which the certificate authority in ${folder.path} was not made. ` +
          'Remove the name, or move the folder away to create a new authority, which every device then has to install.',
      );
    }
    const learned = (await folder.learned()).map(knownIn).filter(({ name }) => isLearnable(permitted, name));
    const tls = new LocalTls(folder, authority, permitted, learned, { ...complete, declared });
    await tls.begin();
    return tls;
  }

  /** The authority's certificate, PEM. */
  get certificate(): string {
    return this.authority.cert;
  }

  /** Names beyond this network that the authority may sign for. */
  get namesBeside(): string[] {
    const { domains, networks } = this.permitted;
    const ordinary = permittedWith([]);
    return [
      ...domains.filter((domain) => !ordinary.domains.includes(domain)),
      ...networks.filter((network) => !ordinary.networks.includes(network)),
    ];
  }

  /** The certificate currently presented, with its key. */
  get presented(): KeyPair {
    return this.pair;
  }

  serves = (name: string): boolean => this.leaf?.names.includes(name) ?? false;

  /** Names by which others on the network reach this machine: those used, latest first, then the machine's own. */
  lanNames(): string[] {
    const learned = this.learned.toReversed().map(({ name }) => name);
    return [...new Set([...learned, ...this.options.machine.lanAddresses()])].filter(this.serves);
  }

  /** Names by which signed-in people came, latest first. */
  usedNames(): string[] {
    return this.learned.flatMap(({ name, tier }) => (tier === 'used' && this.serves(name) ? [name] : [])).toReversed();
  }

  /** Calls back with each new leaf and its key, in PEM, so that open listeners serve it. */
  onRenewed(listener: (pair: KeyPair) => void): void {
    this.renewed.push(listener);
  }

  /**
   * Adds a name to the certificate if it belongs to this network. Resolves with whether it is served.
   *
   * @param by the network address of the client
   */
  async learn(name: string, by = ''): Promise<boolean> {
    if (!this.serves(name) && !isLearnable(this.permitted, name)) return false;
    if (this.serves(name) && !this.isLearned(name)) return true;
    this.learned = knowing(this.learned, { name, tier: 'asked', by });
    await this.check().catch(this.logFailure);
    return this.serves(name);
  }

  /**
   * Records that a client used this name over HTTPS, so that it is kept when others are added.
   *
   * @param by the user id of a signed-in client, else its network address
   */
  used(name: string, tier: Exclude<Tier, 'asked'>, by: string): void {
    const before = this.learned.find((known) => known.name === name);
    if (before === undefined) return;
    this.learned = knowing(this.learned, { name, tier, by });
    const isNews = this.learned.find((known) => known.name === name)?.tier !== before.tier;
    if (isNews) this.turn = this.turn.then(() => this.keepLearned()).catch(this.logFailure);
  }

  /** Creates a new leaf if there is a reason to. */
  check(): Promise<void> {
    const check = this.turn.then(() => this.renewIfDue());
    this.turn = check.catch(() => {});
    return check;
  }

  /** Called by Nest, which holds this as a value provider. */
  onModuleDestroy(): void {
    this.close();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private isLearned(name: string): boolean {
    return this.learned.some((known) => known.name === name);
  }

  private keepLearned(): Promise<void> {
    return this.folder.keepLearned(this.learned.map(lineOf));
  }

  private async begin(): Promise<void> {
    const kept = await this.folder.leaf();
    const leaf = kept && leafIn(kept, this.authority.cert);
    if (kept && leaf) [this.pair, this.leaf] = [kept, leaf];
    await this.check();
  }

  private async renewIfDue(): Promise<void> {
    const { logger, now } = this.options;
    const ends = validityOf(this.authority.cert).notAfter;
    const names = this.wanted();
    const reason = reasonForNewLeaf(this.leaf, names, now(), ends);
    if (reason === undefined) return;
    const leaf = { names, ...leafValidity(now(), ends) };
    const pair = await signLeaf(this.authority, leaf);
    await this.keepLearned();
    await this.folder.keepLeaf(pair);
    [this.pair, this.leaf] = [pair, leaf];
    for (const listener of this.renewed) listener(pair);
    logger.info('New certificate in use.', { reason });
  }

  /**
   * The names for the next leaf. A single name outside the authority's permissions would invalidate the certificate for all
   * others.
   */
  private wanted(): string[] {
    const { declared, machine } = this.options;
    const names = [
      'localhost',
      '127.0.0.1',
      '::1',
      ...declared,
      ...machine.names(),
      ...this.learned.map(({ name }) => name),
    ];
    return [...new Set(names.flatMap((name) => plainName(name) ?? []))].filter((name) => permits(this.permitted, name));
  }

  private readonly logFailure = (error: unknown): void =>
    this.options.logger.error('Creating a certificate failed.', { error });
}

const withoutDot = (names: readonly string[]): string[] =>
  names.filter((name) => !name.includes('.') && !name.includes(':'));

/** The HTTPS address of a name. */
export const secureUrl = (name: string, port: number): string =>
  `https://${inUrl(name)}${port === 443 ? '' : `:${port}`}`;
