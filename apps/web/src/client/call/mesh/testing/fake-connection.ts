type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

interface Line {
  readonly mid: string;
  readonly kind: string;
  readonly direction: Direction;
}

interface Description {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

interface Content {
  readonly ufrag: string;
  readonly lines: readonly Line[];
}

const read = (description: Description): Content => JSON.parse(description.sdp) as Content;
const sends = (direction: Direction) => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: Direction) => direction === 'sendrecv' || direction === 'recvonly';
const direction = (send: boolean, receive: boolean): Direction =>
  send ? (receive ? 'sendrecv' : 'sendonly') : receive ? 'recvonly' : 'inactive';
/** The direction an end may answer to an offered one. */
const within = (own: Direction, offered: Direction): Direction =>
  direction(sends(own) && receives(offered), receives(own) && sends(offered));

export class FakeTransceiver {
  mid: string | null = null;
  currentDirection: Direction | null = null;
  readonly sender;
  readonly receiver;
  private wanted: Direction;

  constructor(
    readonly kind: string,
    wanted: Direction,
    private readonly changed: () => void,
  ) {
    this.wanted = wanted;
    this.receiver = { track: { kind } };
    const encodings: { maxBitrate?: number }[] = [{}];
    this.sender = {
      track: null as unknown,
      encodings,
      replaceTrack(track: unknown) {
        this.track = track;
        return Promise.resolve();
      },
      getParameters: () => ({ encodings: encodings.map((encoding) => ({ ...encoding })) }),
      setParameters: (parameters: { encodings: { maxBitrate?: number }[] }) => {
        encodings.splice(0, encodings.length, ...parameters.encodings);
        return Promise.resolve();
      },
    };
  }

  get direction(): Direction {
    return this.wanted;
  }

  set direction(wanted: Direction) {
    this.wanted = wanted;
    this.changed();
  }
}

/** A negotiated data channel: open while the connection is up. */
export class FakeChannel extends EventTarget {
  constructor(private readonly connection: FakeConnection) {
    super();
  }

  get readyState(): string {
    return this.connection.connectionState === 'connected' ? 'open' : 'connecting';
  }

  send(data: string): void {
    this.connection.deliver(data);
  }
}

/**
 * As much of RTCPeerConnection as a link uses, by the rules of WebRTC 1.0: states, implicit rollback, the
 * negotiation-needed flag, and asynchronous operations. Its descriptions are JSON, and it connects once each end has a
 * candidate.
 */
export class FakeConnection extends EventTarget {
  signalingState: 'stable' | 'have-local-offer' | 'have-remote-offer' | 'closed' = 'stable';
  connectionState = 'new';
  localDescription: Description | null = null;
  remoteDescription: Description | null = null;
  /** Whether candidates can reach the other end. */
  reachable = true;
  readonly lines: FakeTransceiver[] = [];
  readonly restarts: RTCConfiguration[] = [];
  /** Own offers rolled back for one of the other end. */
  rollbacks = 0;
  configuration: RTCConfiguration;
  private stableLocal: Description | null = null;
  private ufrag: string;
  private restartWanted = false;
  private generation = 0;
  private operations: Promise<unknown> = Promise.resolve();
  private checking = false;
  /** The negotiated `ufrag` of each end. */
  agreed: { readonly own: string; readonly theirs: string } | null = null;
  /** The descriptions of which a candidate was received. */
  readonly candidates = new Set<string>();
  channel: FakeChannel | null = null;
  /** Delivers a channel message to the other end. */
  deliver: (data: string) => void = () => {};

  constructor(
    readonly name: string,
    configuration: RTCConfiguration,
  ) {
    super();
    this.configuration = configuration;
    this.ufrag = `${name}/0`;
  }

  addTransceiver(kind: string, init: { direction: Direction }): FakeTransceiver {
    const line = new FakeTransceiver(kind, init.direction, () => this.check());
    this.lines.push(line);
    this.check();
    return line;
  }

  createDataChannel(): FakeChannel {
    this.channel = new FakeChannel(this);
    return this.channel;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.lines;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  restartIce(): void {
    this.restarts.push(this.configuration);
    this.restartWanted = true;
    this.check();
  }

  setLocalDescription(): Promise<void> {
    const described = this.oneAfterTheOther(() => {
      if (this.signalingState === 'have-remote-offer') this.answer();
      else this.offer();
    });
    // Code that awaits the description gets it before the first candidate.
    void described.then(() => undefined).then(() => this.emit('icecandidate', { candidate: this.candidate() }));
    return described;
  }

  setRemoteDescription(description: Description): Promise<void> {
    return this.oneAfterTheOther(() => {
      if (description.type === 'offer') this.takeOffer(description);
      else this.takeAnswer(description);
    });
  }

  addIceCandidate({ candidate }: { candidate: string }): Promise<void> {
    return this.oneAfterTheOther(() => {
      if (!this.remoteDescription) throw new DOMException('no remote description', 'InvalidStateError');
      if (read(this.remoteDescription).ufrag !== candidate) throw new DOMException('unknown ufrag', 'OperationError');
      this.candidates.add(candidate);
      if (this.reachable) this.goes('connected');
    });
  }

  /** Simulates a state change by the network. */
  goes(connectionState: string): void {
    if (this.connectionState === connectionState) return;
    this.connectionState = connectionState;
    this.emit('connectionstatechange');
  }

  emit(type: string, fields: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), fields));
  }

  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  private candidate() {
    return { candidate: this.ufrag, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null };
  }

  private offer(): void {
    if (this.restartWanted) {
      this.generation += 1;
      this.ufrag = `${this.name}/${this.generation}`;
      this.restartWanted = false;
    }
    for (const [at, line] of this.lines.entries()) line.mid ??= String(at);
    this.localDescription = this.describe('offer', (line) => line.direction);
    this.signalingState = 'have-local-offer';
  }

  private answer(): void {
    const offered = new Map(read(this.remoteDescription!).lines.map((line) => [line.mid, line.direction]));
    this.localDescription = this.describe('answer', (line) => within(line.direction, offered.get(line.mid!)!));
    this.agree(this.localDescription, (own) => own);
  }

  private takeOffer(description: Description): void {
    if (this.signalingState === 'have-local-offer') {
      this.rollbacks += 1;
      this.localDescription = this.stableLocal;
    }
    for (const { mid, kind } of read(description).lines) {
      if (this.lines.some((line) => line.mid === mid)) continue;
      const line = new FakeTransceiver(kind, 'recvonly', () => this.check());
      line.mid = mid;
      this.lines.push(line);
    }
    this.remoteDescription = description;
    this.signalingState = 'have-remote-offer';
  }

  private takeAnswer(description: Description): void {
    if (this.signalingState !== 'have-local-offer') throw new DOMException('no offer', 'InvalidStateError');
    this.remoteDescription = description;
    this.agree(description, (theirs) => direction(receives(theirs), sends(theirs)));
  }

  private agree(answer: Description, asSeenFromHere: (direction: Direction) => Direction): void {
    const agreed = new Map(read(answer).lines.map((line) => [line.mid, line.direction]));
    for (const line of this.lines) {
      const both = line.mid === null ? undefined : agreed.get(line.mid);
      if (both) line.currentDirection = asSeenFromHere(both);
    }
    this.stableLocal = this.localDescription;
    if (this.localDescription && this.remoteDescription)
      this.agreed = { own: read(this.localDescription).ufrag, theirs: read(this.remoteDescription).ufrag };
    this.signalingState = 'stable';
    this.check();
  }

  private describe(type: Description['type'], directionOf: (line: FakeTransceiver) => Direction): Description {
    const lines = this.lines.flatMap((line) =>
      line.mid === null ? [] : [{ mid: line.mid, kind: line.kind, direction: directionOf(line) }],
    );
    return { type, sdp: JSON.stringify({ ufrag: this.ufrag, lines } satisfies Content) };
  }

  /** "Update the negotiation-needed flag". */
  private check(): void {
    if (this.checking || this.signalingState !== 'stable') return;
    this.checking = true;
    queueMicrotask(() => {
      this.checking = false;
      if (this.signalingState === 'stable' && this.isNegotiationNeeded()) this.emit('negotiationneeded');
    });
  }

  private isNegotiationNeeded(): boolean {
    if (this.restartWanted) return true;
    const { stableLocal: local, remoteDescription: remote } = this;
    return this.lines.some((line) => {
      const said = local && read(local).lines.find(({ mid }) => mid === line.mid)?.direction;
      const theirs = remote && read(remote).lines.find(({ mid }) => mid === line.mid)?.direction;
      if (!said || !theirs) return true;
      return local.type === 'offer' ? said !== line.direction : said !== within(line.direction, theirs);
    });
  }

  private oneAfterTheOther(operation: () => void): Promise<void> {
    const done = this.operations.then(() => undefined).then(operation);
    this.operations = done.catch(() => undefined);
    return done;
  }
}
