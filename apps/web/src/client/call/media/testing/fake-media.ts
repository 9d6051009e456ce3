/** A microphone, camera or loudspeaker, as `enumerateDevices` lists it. */
export interface FakeDevice {
  readonly kind: 'audioinput' | 'videoinput';
  readonly deviceId: string;
  readonly groupId: string;
  readonly label: string;
}

export const microphoneNamed = (label: string): FakeDevice => ({
  kind: 'audioinput',
  deviceId: `id of ${label}`,
  groupId: `group of ${label}`,
  label,
});

export class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  readyState: 'live' | 'ended' = 'live';
  contentHint = '';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly label: string,
    readonly deviceId: string,
  ) {
    super();
  }

  /** Stops the track by the page, which fires no event. */
  stop(): void {
    this.readyState = 'ended';
  }

  /** Ends the track on behalf of the device or the browser. */
  end(): void {
    if (this.readyState === 'ended') return;
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  hush(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  getSettings(): { deviceId: string } {
    return { deviceId: this.deviceId };
  }
}

export class FakeStream {
  constructor(private tracks: readonly FakeTrack[]) {}

  getTracks = (): readonly FakeTrack[] => this.tracks;
  getAudioTracks = (): readonly FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = (): readonly FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'video');

  removeTrack(track: FakeTrack): void {
    this.tracks = this.tracks.filter((each) => each !== track);
  }
}

const refusal = (name: string): Error => Object.assign(new Error('made up'), { name });

/** The devices of a machine and a browser that allows or denies them. The first one is the system's default. */
export class FakeMedia extends EventTarget {
  devices: readonly FakeDevice[] = [];
  /** The name of the error with which every request fails. */
  refuses: string | null = null;
  /** Devices in use by other programs. */
  readonly busy = new Set<string>();
  /** Every track ever delivered. */
  readonly tracks: FakeTrack[] = [];
  /** Number of requests. */
  asked = 0;
  /** Pending while the user has not answered the prompt. */
  answered: Promise<void> = Promise.resolve();

  get live(): readonly FakeTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  enumerateDevices(): Promise<readonly FakeDevice[]> {
    return Promise.resolve(this.devices);
  }

  async getUserMedia({ audio }: { audio?: { deviceId?: { exact: string } } }): Promise<FakeStream> {
    this.asked += 1;
    await this.answered;
    if (this.refuses) throw refusal(this.refuses);
    const kind = audio ? 'audioinput' : 'videoinput';
    const exact = audio?.deviceId?.exact;
    const device = this.devices.find((each) => each.kind === kind && (!exact || each.deviceId === exact));
    if (!device) throw refusal(exact ? 'OverconstrainedError' : 'NotFoundError');
    if (this.busy.has(device.deviceId)) throw refusal('NotReadableError');
    const track = new FakeTrack(audio ? 'audio' : 'video', device.label, device.deviceId);
    this.tracks.push(track);
    return new FakeStream([track]);
  }

  async getDisplayMedia(): Promise<FakeStream> {
    this.asked += 1;
    await this.answered;
    if (this.refuses) throw refusal(this.refuses);
    // No specification guarantees this order.
    const tracks = [new FakeTrack('audio', 'its sound', 'window'), new FakeTrack('video', 'a window', 'window')];
    this.tracks.push(...tracks);
    return new FakeStream(tracks);
  }

  /** Ends the tracks of devices that are gone, then fires `devicechange`. */
  plug(...devices: readonly FakeDevice[]): void {
    this.devices = devices;
    for (const track of this.live) if (!devices.some(({ deviceId }) => deviceId === track.deviceId)) track.end();
    this.dispatchEvent(new Event('devicechange'));
  }
}
