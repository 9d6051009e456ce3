/**
 * The positions of brackets and of their counterparts. Found in one pass, when the first is asked for, so that a text of
 * opening brackets takes linear time.
 */
export class Pairs {
  private partners: ReadonlyMap<number, number> | undefined;

  /** @param signs matches the brackets, each alone, and whatever no pair may enclose */
  constructor(
    private readonly text: string,
    private readonly open: string,
    private readonly close: string,
    private readonly signs: RegExp,
  ) {}

  /** The position of the closing bracket, if the one at this position has one. */
  partner(at: number): number | undefined {
    this.partners ??= this.found();
    return this.partners.get(at);
  }

  private found(): ReadonlyMap<number, number> {
    const partners = new Map<number, number>();
    let opened: number[] = [];
    for (const { 0: sign, index } of this.text.matchAll(this.signs)) {
      if (sign === this.open) opened.push(index);
      else if (sign === this.close) {
        const start = opened.pop();
        if (start !== undefined) partners.set(start, index);
      } else if (!sign.startsWith('\\')) opened = [];
    }
    return partners;
  }
}
