/**
 * A fair queue: serves the waiting people round-robin, so that no one waits longer because another person has many
 * items.
 */
export class FairLine<Item> {
  /** The next person to serve comes first. */
  private readonly lanes = new Map<string, Item[]>();
  private waiting = 0;

  /**
   * @param maxPerPerson how many items of one person may wait
   * @param maxWaiting how many items may wait in total
   */
  constructor(
    private readonly maxPerPerson: number,
    private readonly maxWaiting: number,
  ) {}

  get size(): number {
    return this.waiting;
  }

  /** Queues an item, unless the person or the queue has too many. */
  add(who: string, item: Item): 'waits' | 'too many of theirs' | 'full' {
    const lane = this.lanes.get(who) ?? [];
    if (lane.length >= this.maxPerPerson) return 'too many of theirs';
    if (this.waiting >= this.maxWaiting) return 'full';
    lane.push(item);
    this.lanes.set(who, lane);
    this.waiting += 1;
    return 'waits';
  }

  /** Removes the first item of the person whose turn it is; `undefined` if none waits. */
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
