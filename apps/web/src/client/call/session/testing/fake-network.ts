import type { PeerId } from '@devchitchat/contracts';
import { FakeConnection } from '../../mesh/testing/fake-connection';

/** Interval of updates. */
const updateEveryMs = 250;
/** A connection that cannot reach its other end is `disconnected` after this long, as in Chromium, and then `failed`. */
const disconnectedAfter = 5_000;
const failedAfter = 20_000;

interface End {
  readonly of: PeerId;
  readonly connection: FakeConnection;
  /** Milliseconds since the other end was last reachable. */
  without: number;
  /** The negotiation it failed with. Only another one can connect again. */
  failedWith: FakeConnection['agreed'];
}

/** The network between browsers: which peers reach each other, and the resulting connection states. */
export class FakeNetwork {
  private readonly ends = new Map<string, End>();
  private made = 0;
  reaches: (one: PeerId, other: PeerId) => boolean = () => true;

  connect(of: PeerId, configuration: RTCConfiguration): FakeConnection {
    this.made += 1;
    const connection = new FakeConnection(`${of}#${this.made}`, configuration);
    connection.reachable = false;
    connection.deliver = (data) => {
      const channel = this.otherEnd(connection)?.connection.channel;
      if (this.isUp(connection)) channel?.dispatchEvent(Object.assign(new Event('message'), { data }));
    };
    this.ends.set(connection.name, { of, connection, without: 0, failedWith: null });
    return connection;
  }

  /** Whether a connection is negotiated by both ends and they reach each other. */
  isUp(connection: FakeConnection): boolean {
    const [own, other] = [this.ends.get(connection.name), this.otherEnd(connection)];
    if (!own?.connection.agreed || !other?.connection.agreed) return false;
    const isHeard = (from: End, by: End) => by.connection.candidates.has(from.connection.agreed?.own ?? '');
    return isHeard(own, other) && isHeard(other, own) && this.reaches(own.of, other.of);
  }

  update(): void {
    for (const end of this.ends.values()) {
      const { connection } = end;
      if (connection.signalingState === 'closed') this.ends.delete(connection.name);
      else if (connection.agreed) this.updateEnd(end);
    }
  }

  private updateEnd(end: End): void {
    const { connection } = end;
    if (this.isUp(connection)) {
      end.without = 0;
      if (end.failedWith !== connection.agreed) connection.goes('connected');
      return;
    }
    end.without += updateEveryMs;
    if (end.without > failedAfter && connection.connectionState !== 'failed') {
      end.failedWith = connection.agreed;
      end.without = 0;
      connection.goes('failed');
    } else if (end.without > disconnectedAfter && connection.connectionState === 'connected') {
      connection.goes('disconnected');
    }
  }

  private otherEnd({ agreed }: FakeConnection): End | undefined {
    const [name = ''] = agreed?.theirs.split('/') ?? [];
    const other = this.ends.get(name);
    if (!agreed || other?.connection.signalingState === 'closed') return undefined;
    const back = other?.connection.agreed;
    return back?.own === agreed.theirs && back.theirs === agreed.own ? other : undefined;
  }

  static readonly updateEveryMs = updateEveryMs;
}
