import type { Clock } from '../clock';

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that advances only when a spec says so; promises settle in between. */
export class TestClock implements Clock {
  now = 0;
  private readonly alarms = new Set<Alarm>();

  after(milliseconds: number, callback: () => void): () => void {
    const alarm = { at: this.now + milliseconds, callback };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await settled();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.now = next.at;
      this.alarms.delete(next);
      next.callback();
      await settled();
    }
    this.now = end;
  }

  private next(end: number): Alarm | undefined {
    return [...this.alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
