import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Product } from './product';

export interface Imported {
  readonly code: number | null;
  readonly output: string;
}

/** The program behind `npm run import`, run on a test's product. */
export class Importer {
  readonly ended: Promise<Imported>;
  private readonly child: ChildProcess;
  private output = '';

  constructor(product: Product, ...words: readonly string[]) {
    this.child = spawn(process.execPath, ['dist/apps/import/main.js', ...words], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATA_DIR: product.dataDir,
        NATS_URL: `nats://127.0.0.1:${String(product.natsPort)}`,
      },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.ended = once(this.child, 'close').then(([code]) => ({ code: code as number | null, output: this.output }));
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves once it has printed this. */
  async said(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.output) && this.isRunning) await once(this.child.stdout ?? this.child, 'data');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

export const runImport = (product: Product, ...words: readonly string[]): Promise<Imported> =>
  new Importer(product, ...words).ended;
