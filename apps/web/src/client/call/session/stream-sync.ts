import type { Stream } from '@devchitchat/contracts';
import { coalesced } from '../../connection/coalesced';
import type { PeerCommands } from './peer-commands';

/** Publishes this peer's camera and screen, sending only the difference to the streams that the server lists. */
export class StreamSync {
  private streams: readonly Stream[] = [];
  /** Run it again whenever the server may have lost a published stream. */
  readonly flush = coalesced(() => this.flushNow());

  constructor(
    private readonly commands: Pick<PeerCommands, 'publish' | 'unpublish'>,
    /** The streams that the server lists for this peer; `undefined` while it does not list the peer. */
    private readonly published: () => readonly Stream[] | undefined,
  ) {}

  get desired(): readonly Stream[] {
    return this.streams;
  }

  set(streams: readonly Stream[]): void {
    this.streams = streams;
    void this.flush();
  }

  private async flushNow(): Promise<void> {
    const published = this.published();
    if (!published) return;
    for (const { kind } of published) {
      if (!this.streams.some((stream) => stream.kind === kind)) await this.commands.unpublish(kind);
    }
    for (const stream of this.streams) {
      const isPublished = published.some(({ kind, sound }) => kind === stream.kind && sound === stream.sound);
      if (!isPublished) await this.commands.publish(stream);
    }
  }
}
