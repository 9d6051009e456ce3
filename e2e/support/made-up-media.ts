import type { Page } from '@playwright/test';

/**
 * Replaces microphone, camera and screen: a tone of the person's own, and pictures that encode a number. Source text
 * that runs in the page; the tests are compiled without DOM types.
 */
const script = (tone: number, code: number) => `(() => {
  const media = navigator.mediaDevices;
  if (!media) return;
  const askFor = media.getUserMedia.bind(media);

  const voice = () => {
    const context = new AudioContext();
    const oscillator = new OscillatorNode(context, { frequency: ${tone} });
    const gain = new GainNode(context, { gain: 0.3 });
    const out = context.createMediaStreamDestination();
    oscillator.connect(gain).connect(out);
    oscillator.start();
    return out.stream.getAudioTracks()[0];
  };

  // Eight blocks from left to right, white for 1 and black for 0. A frame every 100 ms, so that one is always in
  // transit.
  const picture = (number, width, height) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    const paint = () => {
      for (let bit = 0; bit < 8; bit++) {
        context.fillStyle = (number >> bit) & 1 ? '#fff' : '#000';
        context.fillRect((bit * width) / 8, 0, width / 8, height);
      }
    };
    paint();
    setInterval(paint, 100);
    return canvas.captureStream(10).getVideoTracks()[0];
  };

  media.getUserMedia = async (constraints) => {
    window.askedFor = constraints;
    if (window.refusesMedia) throw new DOMException('made up', window.refusesMedia);
    // Also asks the browser itself, because the addresses it reveals depend on the permission.
    for (const track of (await askFor(constraints)).getTracks()) track.stop();
    return new MediaStream([constraints.audio ? voice() : picture(${code}, 320, 184)]);
  };
  media.getDisplayMedia = async () => new MediaStream([picture(${code} ^ 0xff, 640, 360)]);

  // Keeps the peer connections for tests to inspect and disturb.
  const links = (window.links = []);
  const Link = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Link {
    constructor(...parameters) {
      super(...parameters);
      this.negotiated = 0;
      this.addEventListener('signalingstatechange', () => (this.negotiated += this.signalingState === 'stable'));
      links.push(this);
    }
  };

  // Simulates a browser that blocks audio until a click.
  const resume = AudioContext.prototype.resume;
  AudioContext.prototype.resume = function () {
    return window.playsNothing ? this.suspend() : resume.call(this);
  };

  // Measures all audio output, after volume and muting.
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode) {
      window.meter = new AnalyserNode(this.context, { fftSize: 4096, smoothingTimeConstant: 0 });
      connect.call(this, window.meter);
    }
    return connect.call(this, target, ...rest);
  };
  window.loudnessAt = (frequency) => {
    if (!window.meter) return -Infinity;
    const spectrum = new Float32Array(window.meter.frequencyBinCount);
    window.meter.getFloatFrequencyData(spectrum);
    const bin = Math.round((frequency * window.meter.fftSize) / window.meter.context.sampleRate);
    return Math.max(...spectrum.subarray(bin - 3, bin + 4));
  };
  window.codeIn = (figure) => {
    const video = document.querySelector('figure[aria-label="' + figure + '"] video');
    if (!video) return null;
    const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 10 });
    const context = canvas.getContext('2d');
    context.drawImage(video, 0, 0, 80, 10);
    let code = 0;
    for (let bit = 0; bit < 8; bit++) {
      const [red] = context.getImageData(bit * 10 + 5, 5, 1, 1).data;
      if (red > 128) code |= 1 << bit;
    }
    return code;
  };
})()`;

/** Sets a page's tone, in hertz, and the number in its camera's picture. The screen's picture shows the complement. */
export const makeUpMedia = (page: Page, tone: number, code: number): Promise<unknown> =>
  page.addInitScript(script(tone, code));

/** Returns the level of a tone in this page's audio output, in decibels. */
export const loudnessAt = (page: Page, tone: number): Promise<number> =>
  page.evaluate<number>(`window.loudnessAt(${tone})`);

/** Returns the level once it is steady: tones fade in and out. */
export async function steadyLoudnessAt(page: Page, tone: number): Promise<number> {
  for (let before = -Infinity; ;) {
    const now = await loudnessAt(page, tone);
    if (Math.abs(now - before) < 0.5) return now;
    before = now;
    await page.waitForTimeout(300);
  }
}

/** Returns the number that the picture of a figure encodes right now, or `null` if the page has no such figure. */
export const codeIn = (page: Page, figure: string): Promise<number | null> =>
  page.evaluate<number | null>(`window.codeIn(${JSON.stringify(figure)})`);
