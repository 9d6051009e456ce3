/** The pictures that were read last, by user and name. Holds at most `maxBytes` in all. */
export class PictureCache {
  /** By user, then picture and size; the user read last comes last. */
  private readonly people = new Map<string, Map<string, Buffer>>();
  private bytes = 0;
  /** Counts what was dropped, so that an answer that was under way meanwhile is not kept. */
  private drops = 0;

  constructor(private readonly maxBytes = 8 * 1024 * 1024) {}

  /** Changes with each drop. Take it before asking for a picture, and give it to `keep`. */
  get age(): number {
    return this.drops;
  }

  get(userId: string, name: string): Buffer | undefined {
    const pictures = this.people.get(userId);
    if (!pictures) return undefined;
    this.people.delete(userId);
    this.people.set(userId, pictures);
    return pictures.get(name);
  }

  keep(userId: string, name: string, picture: Buffer, age: number): void {
    if (age !== this.drops || picture.length > this.maxBytes) return;
    const pictures = this.people.get(userId) ?? new Map<string, Buffer>();
    this.bytes += picture.length - (pictures.get(name)?.length ?? 0);
    pictures.set(name, picture);
    this.people.delete(userId);
    this.people.set(userId, pictures);
    for (const oldest of this.people.keys()) {
      if (this.bytes <= this.maxBytes || oldest === userId) break;
      this.remove(oldest);
    }
  }

  /** Forgets a user's pictures, or all. */
  drop(userId?: string): void {
    this.drops += 1;
    for (const known of userId === undefined ? [...this.people.keys()] : [userId]) this.remove(known);
  }

  private remove(userId: string): void {
    for (const picture of this.people.get(userId)?.values() ?? []) this.bytes -= picture.length;
    this.people.delete(userId);
  }
}
