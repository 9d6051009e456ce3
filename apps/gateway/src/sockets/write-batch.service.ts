import { Injectable } from '@nestjs/common';
import type { Connection } from './browser-socket';
import { holdFrames, releaseFrames } from './connection.raw';

/**
 * Writes to each connection once in a turn of the event loop, however much it was told in that turn. In a busy room the
 * system calls are most of what a message costs here: a frame alone is one, and so are twenty together.
 */
@Injectable()
export class WriteBatch {
  private readonly held = new Set<Connection>();
  /** Told something while still writing what came before. */
  private isSomebodyBehind = false;
  private isTurnNoted = false;
  private tellBacklog: () => void = () => {};

  take(connection: Connection): void {
    connection.on('packetCreate', () => this.hold(connection));
  }

  /** Calls back at the end of a turn in which something was said to a connection that has not taken the last yet. */
  onBacklog(callback: () => void): void {
    this.tellBacklog = callback;
  }

  private hold(connection: Connection): void {
    if (holdFrames(connection)) this.held.add(connection);
    else if (!this.held.has(connection)) this.isSomebodyBehind = true;
    if (this.isTurnNoted) return;
    this.isTurnNoted = true;
    setImmediate(() => this.write());
  }

  private write(): void {
    this.isTurnNoted = false;
    for (const connection of this.held) releaseFrames(connection);
    this.held.clear();
    if (this.isSomebodyBehind) this.tellBacklog();
    this.isSomebodyBehind = false;
  }
}
