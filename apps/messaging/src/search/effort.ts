/**
 * Counts the work of a search in characters and comparisons. Counts rather than measures time, so that the same search
 * over the same messages ends at the same place on every machine.
 */
export class Effort {
  private counted = 0;

  constructor(private readonly maxSteps = Infinity) {}

  get spent(): number {
    return this.counted;
  }

  get isSpent(): boolean {
    return this.counted > this.maxSteps;
  }

  /** Adds steps: characters read or comparisons made. Never throws; check `isSpent`. */
  spend(steps: number): void {
    this.counted += steps;
  }
}
