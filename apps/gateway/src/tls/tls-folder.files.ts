import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  EnvironmentError,
  finishFile,
  syncFolder,
  unfinished,
  writeOwnerOnly,
  writeUnfinished,
} from '@devchitchat/service-kit';
import { isWholeAuthority, type KeyPair } from './certificates.x509';

/**
 * The folder `DATA_DIR/tls`: `ca.key` and `ca.crt`, created once; `leaf.pem`, key and certificate, recreated when needed;
 * and the learned names. Readable by its owner only.
 */
export class TlsFolder {
  constructor(readonly path: string) {}

  /**
   * The authority in this folder, or a new one if the folder is empty. A partial folder is never completed: every device
   * that trusts the old authority would reject the new one.
   *
   * @throws {EnvironmentError} naming what is wrong with the folder
   */
  async authority(create: () => Promise<KeyPair>): Promise<KeyPair> {
    await this.finishMaking();
    const key = await this.read('ca.key');
    const cert = await this.read('ca.crt');
    if (key === undefined && cert === undefined && (await this.isEmpty())) return this.make(await create());
    if (key === undefined) throw this.broken('ca.key is missing');
    if (cert === undefined) throw this.broken('ca.crt is missing');
    if (!isWhole({ key, cert })) throw this.broken('ca.key and ca.crt do not belong together, or are damaged');
    return { key, cert };
  }

  async leaf(): Promise<KeyPair | undefined> {
    const pem = await this.read('leaf.pem');
    const [, key, cert] = /^(-----BEGIN PRIVATE KEY-----.*?)(-----BEGIN CERTIFICATE-----.*)$/s.exec(pem ?? '') ?? [];
    return key === undefined || cert === undefined ? undefined : { key, cert };
  }

  keepLeaf = ({ key, cert }: KeyPair): Promise<void> => writeOwnerOnly(this.at('leaf.pem'), `${key}${cert}`);

  /** Learned names, one per line; who used them is not stored. */
  async learned(): Promise<string[]> {
    const text = (await this.read('names.txt')) ?? '';
    return text.split('\n').filter((line) => line !== '');
  }

  keepLearned = (lines: readonly string[]): Promise<void> =>
    writeOwnerOnly(this.at('names.txt'), lines.map((line) => `${line}\n`).join(''));

  /** Writes both files to disk before either counts, so that a crash in between loses nothing. */
  private async make(authority: KeyPair): Promise<KeyPair> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    await chmod(this.path, 0o700);
    await writeUnfinished(this.at('ca.key'), authority.key);
    await writeUnfinished(this.at('ca.crt'), authority.cert);
    await finishFile(this.at('ca.key'));
    await finishFile(this.at('ca.crt'));
    await syncFolder(dirname(this.path));
    return authority;
  }

  /** Completes a `make` that a crash interrupted. */
  private async finishMaking(): Promise<void> {
    const [key, cert] = [await this.read('ca.key'), await this.read('ca.crt')];
    if (key !== undefined && cert === undefined) await finishFile(this.at('ca.crt')).catch(whenMissing);
  }

  /** Whether the folder is missing or empty, as a new volume is. */
  private async isEmpty(): Promise<boolean> {
    const names = (await readdir(this.path).catch(whenMissing)) ?? [];
    return names.every((name) => name.endsWith(unfinished));
  }

  private at(name: string): string {
    return join(this.path, name);
  }

  private async read(name: string): Promise<string | undefined> {
    try {
      return await readFile(this.at(name), 'utf8').catch(whenMissing);
    } catch (error) {
      throw this.broken(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    }
  }

  private broken(what: string): EnvironmentError {
    return new EnvironmentError(
      `The certificate authority in ${this.path} cannot be used: ${what}. Bring the folder back from a backup; or move ` +
        'it away for a new one, which every device then has to install again.',
    );
  }
}

function isWhole(pair: KeyPair): boolean {
  try {
    return isWholeAuthority(pair);
  } catch {
    return false;
  }
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
