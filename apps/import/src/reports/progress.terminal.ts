import { progressLine } from './progress';

/** Minimum milliseconds between two updates of a line. */
const redrawIntervalMs = 100;
const clearLine = '\r\u001b[2K';

/** Shows progress: an updated line in a terminal, a line per tenth if the output is redirected. */
export class Progress {
  private drawnAt = 0;
  private tenths = 0;

  constructor(
    private readonly what: string,
    private readonly of: number,
    private readonly out: NodeJS.WriteStream = process.stdout,
  ) {}

  show(done: number): void {
    if (!this.out.isTTY) return this.showTenth(done);
    if (Date.now() - this.drawnAt < redrawIntervalMs) return;
    this.drawnAt = Date.now();
    this.out.write(clearLine + progressLine(this.what, done, this.of));
  }

  /** Ends the line, so that other output can follow. */
  end(): void {
    if (this.out.isTTY) this.out.write(clearLine);
  }

  private showTenth(done: number): void {
    const tenths = Math.floor((done * 10) / this.of);
    if (tenths <= this.tenths) return;
    this.tenths = tenths;
    this.out.write(`${progressLine(this.what, done, this.of)}\n`);
  }
}
