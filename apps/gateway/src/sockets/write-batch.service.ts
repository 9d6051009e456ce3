import { Injectable } from '@nestjs/common';
import type { Connection } from './browser-socket';
import { holdFrames, releaseFrames } from './connection.raw';

/**
 * Writes to each connection at most once per turn of the event loop. In a busy room system calls dominate the cost of a
 * message, and one call writes one frame or twenty.
 */
@Injectable()
export class WriteBatch {
  private readonly held = new Set<Connection>();
  /** A connection received frames while earlier ones were being written. */
  private isSomebodyBehind = false;
  private isTurnNoted = false;
  private tellBacklog: () => void = () => {};

  take(connection: Connection): void {
    connection.on('packetCreate', () => this.hold(connection));
  }

  /** Calls back at the end of a turn in which a connection with unsent frames received more. */
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
