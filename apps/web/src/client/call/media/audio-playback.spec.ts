import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { PeerId } from '@devchitchat/contracts';
import { AudioPlayback } from './audio-playback';

/** The part of Web Audio that determines the output level. */
class FakeNode {
  readonly to = new Set<FakeNode>();
  connect(node: FakeNode): FakeNode {
    this.to.add(node);
    return node;
  }
  disconnect(): void {
    this.to.clear();
  }
}
class FakeGain extends FakeNode {
  readonly gain;
  constructor(_context: unknown, { gain = 1 } = {}) {
    super();
    this.gain = { value: gain };
  }
}
class FakeContext extends EventTarget {
  readonly state = 'running';
  readonly destination = new FakeNode();
  readonly sources: { readonly node: FakeNode; readonly track: FakeTrack }[] = [];
  constructor() {
    super();
    contexts.push(this);
  }
  createMediaStreamSource({ tracks: [track] }: FakeStream): FakeNode {
    const node = new FakeNode();
    this.sources.push({ node, track: track! });
    return node;
  }
  resume = () => Promise.resolve();
  close = () => Promise.resolve();
  setSinkId = () => Promise.resolve();
}
class FakeTrack {
  enabled = true;
  stopped = false;
  readonly clones: FakeTrack[] = [];
  clone(): FakeTrack {
    const clone = new FakeTrack();
    clone.enabled = this.enabled;
    this.clones.push(clone);
    return clone;
  }
  stop(): void {
    this.stopped = true;
  }
}
class FakeStream {
  constructor(readonly tracks: readonly FakeTrack[]) {}
}
class FakeAudio {
  muted = false;
  srcObject: unknown = null;
  play = () => Promise.resolve();
}

let contexts: FakeContext[] = [];
const fakes = {
  AudioContext: FakeContext,
  GainNode: FakeGain,
  AnalyserNode: FakeNode,
  MediaStream: FakeStream,
  Audio: FakeAudio,
};

beforeEach(() => {
  contexts = [];
  Object.assign(globalThis, fakes);
});

afterEach(() => {
  for (const name of Object.keys(fakes)) Reflect.deleteProperty(globalThis, name);
});

const someone = 'p_1' as PeerId;
const real = (track: FakeTrack) => track as unknown as MediaStreamTrack;

/** The output level of a track, after every gain on its path. */
function loudness(track: FakeTrack): number {
  const [context] = contexts;
  const way = (node: FakeNode): number => {
    if (node === context!.destination) return 1;
    const onwards = [...node.to].reduce((sum, next) => sum + way(next), 0);
    return onwards * (node instanceof FakeGain ? node.gain.value : 1);
  };
  return context!.sources.filter((source) => source.track === track).reduce((sum, { node }) => sum + way(node), 0);
}

it('a user who deafened before the call hears no peer who joins later', () => {
  const playback = new AudioPlayback();
  const voice = new FakeTrack();
  playback.setDeafened(true);
  playback.open();
  playback.addTrack(someone, real(voice));
  playback.setVolume(someone, 200);
  expect(loudness(voice)).toBe(0);
  playback.setDeafened(false);
  expect(loudness(voice)).toBe(2);
  playback.close();
});

it('the level of the own microphone is measured on a clone that is not played, also while muted', () => {
  const playback = new AudioPlayback();
  const voice = new FakeTrack();
  voice.enabled = false;
  playback.open();
  playback.meterMicrophone(real(voice));
  const [copy] = voice.clones;
  expect([voice.enabled, copy?.enabled]).toEqual([false, true]);
  expect(loudness(copy!)).toBe(0);
  playback.close();
  expect([voice.stopped, copy?.stopped]).toEqual([false, true]);
});
