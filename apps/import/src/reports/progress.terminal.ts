import { progressLine } from './progress';

/** How often a line is drawn anew, in milliseconds. */
const redrawInterval = 100;
const clearLine = '\r\u001b[2K';

/** Shows how far long work is: a line that moves in a terminal, a line for every tenth where the output is kept. */
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
    if (Date.now() - this.drawnAt < redrawInterval) return;
    this.drawnAt = Date.now();
    this.out.write(clearLine + progressLine(this.what, done, this.of));
  }

  /** Makes room for what is said next. */
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
