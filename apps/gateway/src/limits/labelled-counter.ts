/** A counter per label, for a closed set of labels. */
export class LabelledCounter<Name extends string> {
  private readonly counts = new Map<Name, number>();
  private readonly changed = new Set<Name>();

  count(name: Name, amount = 1): void {
    this.counts.set(name, this.of(name) + amount);
    this.changed.add(name);
  }

  of(name: Name): number {
    return this.counts.get(name) ?? 0;
  }

  /** The totals of all labels counted so far. */
  totals(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  /** Returns the labels counted since the last call, with their totals. */
  takeChanged(): [Name, number][] {
    const taken = Array.from(this.changed, (name): [Name, number] => [name, this.of(name)]);
    this.changed.clear();
    return taken;
  }
}
