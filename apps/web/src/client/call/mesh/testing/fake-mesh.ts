import type { PeerId } from '@devchitchat/contracts';
import { Mesh } from '../mesh';
import type { Signal } from '../signal';
import { slots } from '../slots';
import { FakeConnection } from './fake-connection';
import { TestClock } from '../../../../platform/time/testing/test-clock';

interface Said {
  readonly from: PeerId;
  readonly to: PeerId;
  readonly signal: Signal;
}

/** Meshes without browsers. Signals are delayed, and lost when a spec says so. */
export class FakeNetwork {
  readonly clock = new TestClock();
  readonly said: Said[] = [];
  readonly connections = new Map<string, FakeConnection>();
  readonly credentials = new Map<PeerId, number>();
  /** Goodbyes received over links: the receiver and the sender. */
  readonly gone: [PeerId, PeerId][] = [];
  /** Delay of a signal in milliseconds. */
  delay = (): number => 10;
  loses: (said: Said) => boolean = () => false;
  private readonly meshes = new Map<PeerId, Mesh>();
  private readonly arrivals = new Map<string, number>();

  join(name: string): Mesh {
    const me = name as PeerId;
    const mesh = new Mesh({
      me,
      freshConfiguration: () => {
        const count = (this.credentials.get(me) ?? 0) + 1;
        this.credentials.set(me, count);
        return Promise.resolve({ iceServers: [{ urls: 'turn:relay', credential: `fresh ${count}` }] });
      },
      createConnection: (configuration) => {
        const connection = new FakeConnection(`${name}#${this.connections.size}`, configuration);
        this.connections.set(connection.name, connection);
        connection.deliver = (data) => this.deliverOver(connection, data);
        return connection as unknown as RTCPeerConnection;
      },
      send: (to, signal) => this.carry({ from: me, to, signal }),
      changed: () => {},
      departed: (peerId) => void this.gone.push([me, peerId]),
      clock: this.clock,
    });
    this.meshes.set(me, mesh);
    return mesh;
  }

  /** The ends of the links, in the order of their creation. */
  ends(): FakeConnection[] {
    return [...this.connections.values()];
  }

  /** The negotiated direction of each slot, as seen from one end. */
  agreed(end: FakeConnection): Record<string, string | null> {
    return Object.fromEntries(slots.map((slot, at) => [slot, end.lines[at]?.currentDirection ?? null]));
  }

  /** The other end of a connection that is up. */
  otherEnd({ agreed }: FakeConnection): FakeConnection | undefined {
    const [name = ''] = agreed?.theirs.split('/') ?? [];
    const other = this.connections.get(name);
    return other?.agreed?.own === agreed?.theirs && other?.agreed?.theirs === agreed?.own ? other : undefined;
  }

  private deliverOver(connection: FakeConnection, data: string): void {
    const other = this.otherEnd(connection);
    this.clock.after(5, () => other?.channel?.dispatchEvent(Object.assign(new Event('message'), { data })));
  }

  private carry(said: Said): void {
    this.said.push(said);
    if (this.loses(said)) return;
    const way = `${said.from}>${said.to}`;
    // Keeps the order of signals.
    const at = Math.max(this.arrivals.get(way) ?? 0, this.clock.now + this.delay());
    this.arrivals.set(way, at);
    this.clock.after(at - this.clock.now, () => this.meshes.get(said.to)?.receive(said.from, said.signal));
  }
}

/** A stand-in for a media track. */
export const track = (kind: 'audio' | 'video'): MediaStreamTrack => ({ kind }) as MediaStreamTrack;
