import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { signalingCommands, type PeerId, type RoomId, type Stream, type UserId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Directory } from '../people/directory';
import { Session } from '../session/session';
import { Calls } from './calls';
import { iceConfiguration } from './ice-configuration';
import { linkWords, type LinkWords } from './link-words';
import { Camera } from './media/camera';
import { Hearing } from './media/hearing';
import { Microphone } from './media/microphone';
import { Screen } from './media/screen';
import { Volume } from './media/volume';
import { realClock } from './mesh/clock';
import { slotsOf } from './mesh/slots';
import { RelayOnly } from './relay-only';
import type { Stay } from './stay';

/** Somebody else in the call. */
export interface Participant {
  readonly peerId: PeerId;
  readonly userId: UserId;
  readonly name: string;
  /** What is wrong with the link to them. */
  readonly trouble: LinkWords | null;
}

/** A picture on the stage. */
export interface Tile {
  readonly key: string;
  readonly peerId: PeerId;
  readonly name: string;
  readonly kind: Stream['kind'];
  readonly track: MediaStreamTrack;
  readonly isMine: boolean;
}

const sweepEveryMs = 1_000;

/** The call one is in. It goes on whatever room one reads. */
@Injectable({ providedIn: 'root' })
export class CurrentCall {
  readonly microphone = inject(Microphone).capture;
  readonly camera = inject(Camera).capture;
  readonly screen = inject(Screen).capture;
  readonly hearing = inject(Hearing);
  private readonly connection = inject(Connection);
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly volume = inject(Volume);
  private readonly relayOnly = inject(RelayOnly);

  private readonly stay = signal<Stay | null>(null);
  /** Counts what changed in the stay, whose parts are no signals. */
  private readonly version = signal(0);
  private readonly isMuted = signal(false);
  readonly deafened = signal(false);
  /** Who hears nobody is heard by nobody: talking past each other helps no one. */
  readonly muted = computed(() => this.isMuted() || this.deafened());
  /** Chosen, while what a call takes is being loaded. */
  private readonly entrance = signal<{ readonly roomId: RoomId } | null>(null);
  readonly roomId = computed(() => this.stay()?.roomId ?? this.entrance()?.roomId ?? null);
  readonly me = computed(() => this.stay()?.peerId ?? null);
  private readonly ending = signal<{ readonly roomId: RoomId; readonly sentence: string } | null>(null);
  /** Why the last call ended without having been left. */
  readonly ended = this.ending.asReadonly();

  /** The stage is on the page, and with it everything one can do in the call. */
  readonly isOnStage = signal(false);
  readonly others = computed(() => this.participants());
  readonly tiles = computed(() => [...this.ownTiles(), ...this.tilesOfOthers()]);

  constructor() {
    this.connection.events.subscribe((event) => this.stay()?.hearEvent(event));
    this.connection.callNotices.subscribe((notice) => this.stay()?.hearNotice(notice));
    this.calls.changes.subscribe(() => this.stay()?.look(Date.now()));
    this.session.arrivals.subscribe(() => void this.stay()?.attend());
    this.connection.resyncs.subscribe(() => void this.stay()?.attend());
    this.session.ends.subscribe(() => {
      this.leave();
    });
    addEventListener('pagehide', () => this.stay()?.leave());
    const sweeping = setInterval(() => this.stay()?.sweep(Date.now()), sweepEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(sweeping);
    });
    this.sendWhatIsCaptured();
    this.keepVolumes();
    effect(() => {
      this.hearing.deafen(this.deafened());
    });
  }

  /** Enters a room's call, and leaves the one that one is in. To be called in a click. */
  async join(roomId: RoomId): Promise<void> {
    if (this.roomId() === roomId) return;
    this.leave();
    this.ending.set(null);
    const entrance = { roomId };
    this.entrance.set(entrance);
    this.hearing.open();
    const microphone = this.microphone.open();
    const stay = await this.stayIn(roomId);
    if (this.entrance() === entrance) {
      this.entrance.set(null);
      this.stay.set(stay);
      await stay.begin();
    }
    await microphone;
    // Left before the microphone was allowed: it must not stay open.
    if (this.roomId() === null) this.microphone.close();
  }

  /** What a call takes is loaded with the first one. */
  private async stayIn(roomId: RoomId): Promise<Stay> {
    const { Stay } = await import('./stay');
    const stay: Stay = new Stay({
      roomId,
      ask: (command, draft) => this.connection.ask(command, draft),
      calls: this.calls,
      connect: (configuration) => new RTCPeerConnection(configuration),
      freshConfiguration: () => this.iceConfiguration(),
      changed: () => {
        if (this.stay() === stay) this.changed(stay);
      },
      over: (why) => {
        if (this.stay() !== stay) return;
        this.leave();
        const sentence = 'sentence' in why ? why.sentence : `${this.nameOf(why.endedBy)} ended the call for everybody.`;
        this.ending.set({ roomId, sentence });
      },
      clock: realClock,
    });
    return stay;
  }

  /** The person has read why. */
  dismissEnd(): void {
    this.ending.set(null);
  }

  leave(): void {
    this.stay()?.leave();
    this.stay.set(null);
    this.entrance.set(null);
    for (const capture of [this.microphone, this.camera, this.screen]) capture.close();
    this.hearing.close();
    this.isMuted.set(false);
    this.deafened.set(false);
  }

  toggleMute(): void {
    if (this.deafened()) this.deafened.set(false);
    else this.isMuted.update((muted) => !muted);
  }

  toggleDeafen(): void {
    this.deafened.update((deafened) => !deafened);
  }

  async toggle(capture: typeof this.camera): Promise<void> {
    if (capture.stream()) capture.close();
    else await capture.open();
    if (this.roomId() === null) capture.close();
  }

  /** Tries at once what would be tried again later. */
  retry(peerId: PeerId): void {
    void this.stay()?.mesh.links.get(peerId)?.restart();
  }

  private changed(stay: Stay): void {
    for (const peerId of stay.roster.keys()) {
      for (const slot of ['microphone', 'screen-sound'] as const) {
        const track = stay.mesh.links.get(peerId)?.receives(slot);
        if (track) this.hearing.hear(peerId, track);
      }
    }
    this.hearing.forgetAllBut(stay.roster);
    this.version.update((version) => version + 1);
  }

  private sendWhatIsCaptured(): void {
    effect(() => {
      const tracks = this.microphone.stream()?.getAudioTracks() ?? [];
      for (const track of tracks) track.enabled = !this.muted();
    });
    effect(() => {
      const [stay, voice] = [this.stay(), this.microphone.stream()];
      stay?.mesh.send('microphone', voice?.getAudioTracks()[0] ?? null);
      this.hearing.watchOwnVoice(voice);
    });
    effect(() => {
      const [stay, camera, screen] = [this.stay(), this.camera.stream(), this.screen.stream()];
      if (!stay) return;
      stay.mesh.send('camera', camera?.getVideoTracks()[0] ?? null);
      stay.mesh.send('screen', screen?.getVideoTracks()[0] ?? null);
      const sound = screen?.getAudioTracks()[0] ?? null;
      stay.mesh.send('screen-sound', sound);
      const streams: Stream[] = [];
      if (camera) streams.push({ kind: 'camera', sound: false });
      if (screen) streams.push({ kind: 'screen', sound: sound !== null });
      stay.show(streams);
    });
  }

  private keepVolumes(): void {
    effect(() => {
      this.version();
      for (const [peerId, { userId }] of untracked(this.stay)?.roster ?? [])
        this.hearing.setVolume(peerId, this.volume.of(userId));
    });
  }

  private participants(): readonly Participant[] {
    this.version();
    const stay = this.stay();
    return [...(stay?.roster ?? [])].map(([peerId, { userId }]) => {
      const link = stay?.mesh.links.get(peerId);
      const trouble = link ? linkWords(link.state, link.relayProblem) : linkWords('connecting', null);
      return { peerId, userId, name: this.directory.nameOf(userId), trouble };
    });
  }

  private tilesOfOthers(): Tile[] {
    this.version();
    const stay = this.stay();
    return [...(stay?.roster ?? [])].flatMap(([peerId, { userId, streams }]) =>
      streams.flatMap(({ kind }) => {
        const [slot] = slotsOf(kind);
        const track = slot && stay?.mesh.links.get(peerId)?.receives(slot);
        if (!track) return [];
        const name = this.directory.nameOf(userId);
        return [{ key: `${peerId} ${kind}`, peerId, name, kind, track, isMine: false }];
      }),
    );
  }

  private ownTiles(): Tile[] {
    const peerId = this.me();
    const me = this.session.me();
    if (!peerId || !me) return [];
    const shown = { camera: this.camera.stream(), screen: this.screen.stream() };
    return (['camera', 'screen'] as const).flatMap((kind) => {
      const track = shown[kind]?.getVideoTracks()[0];
      return track ? [{ key: `mine ${kind}`, peerId, name: me.displayName, kind, track, isMine: true }] : [];
    });
  }

  /** Without an answer, links look for a way in one's own network only; each new start asks again. */
  private async iceConfiguration(): Promise<RTCConfiguration> {
    const reply = await this.connection.ask(signalingCommands.rtcIceServers, {});
    const servers = reply.ok ? reply.value : { stunPort: null, relay: null };
    return iceConfiguration(servers, { host: location.hostname, relayOnly: this.relayOnly.isChosen() });
  }

  private nameOf(userId: UserId | null): string {
    return userId ? this.directory.nameOf(userId) : 'Somebody';
  }
}
