/** A line in which nobody waits longer because somebody else wants much: of each who waits one thing is taken in turn. */
export class FairLine<Item> {
  /** Whoever is served next comes first. */
  private readonly lanes = new Map<string, Item[]>();
  private waiting = 0;

  /**
   * @param maxPerPerson things of one person that wait
   * @param maxWaiting things that wait altogether
   */
  constructor(
    private readonly maxPerPerson: number,
    private readonly maxWaiting: number,
  ) {}

  get size(): number {
    return this.waiting;
  }

  add(who: string, item: Item): 'waits' | 'too many of theirs' | 'full' {
    const lane = this.lanes.get(who) ?? [];
    if (lane.length >= this.maxPerPerson) return 'too many of theirs';
    if (this.waiting >= this.maxWaiting) return 'full';
    lane.push(item);
    this.lanes.set(who, lane);
    this.waiting += 1;
    return 'waits';
  }

  take(): Item | undefined {
    const [next] = this.lanes;
    if (!next) return undefined;
    const [who, [item, ...rest]] = next;
    this.lanes.delete(who);
    if (rest.length > 0) this.lanes.set(who, rest);
    this.waiting -= 1;
    return item;
  }
}
