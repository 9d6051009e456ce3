import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { LinkState, PeerId, RoomId, Stream, UserId } from '@devchitchat/contracts';
import { fromEvent } from 'rxjs';
import { Connection } from '../connection/connection';
import { t } from '../../platform/language/t';
import { Directory } from '../people/directory';
import { Session } from '../session/session';
import { CallEntrance } from './call-entrance';
import { Calls } from './state/calls';
import { PendingLeaves } from './session/pending-leaves';
import { iceConfiguration } from './session/ice-configuration';
import { isStalled, observed, needsRestart, packetsReceived, type InboundTraffic } from './session/inbound-traffic';
import { linkProblem, type LinkProblem } from './session/link-problem';
import { Camera } from './media/camera';
import { Devices } from './media/devices';
import { AudioPlayback } from './media/audio-playback';
import { Microphone } from './media/microphone';
import { Screen } from './media/screen';
import { Volume } from './media/volume';
import { realClock } from '../../platform/time/clock';
import type { PeerLink } from './mesh/peer-link';
import { slotsOf } from './mesh/slots';
import { SpeakingWhileMuted } from './voice/speaking-while-muted';
import { OwnVoiceState } from './voice/own-voice-state';
import { newPeerId } from './session/peer-id';
import { RelayOnly } from './state/relay-only';
import { CallSession, type CallEnding } from './session/call-session';
import { holdWakeLock } from './session/screen-wake-lock';
import { ActiveSpeakers } from './state/active-speakers';
import { RejoinOffer } from './state/rejoin-offer';

/** Somebody else in the call. */
export interface Participant {
  readonly peerId: PeerId;
  readonly userId: UserId;
  readonly name: string;
  readonly muted: boolean;
  readonly deafened: boolean;
  /** What is wrong with the link to them. */
  readonly trouble: LinkProblem | null;
}

/** A picture on the stage. */
export interface Tile {
  readonly key: string;
  readonly peerId: PeerId;
  readonly name: string;
  readonly kind: Stream['kind'];
  /** `null` while there is no line to them yet. */
  readonly track: MediaStreamTrack | null;
  /** How the link that it comes over does; of one's own picture there is none. */
  readonly link: LinkState | null;
  readonly muted: boolean;
  readonly deafened: boolean;
  readonly isMine: boolean;
}

/** How often is seen whether something comes in, and kept that the person is in this call. */
const listenEveryMs = 5_000;

/** The call one is in. It goes on whatever room one reads. */
@Injectable()
export class CurrentCall {
  readonly microphone = inject(Microphone).track;
  readonly camera = inject(Camera).track;
  readonly screen = inject(Screen).track;
  readonly playback = inject(AudioPlayback);
  private readonly entrance = inject(CallEntrance);
  private readonly connection = inject(Connection);
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly volume = inject(Volume);
  private readonly relayOnly = inject(RelayOnly);
  private readonly activeSpeakers = inject(ActiveSpeakers);
  private readonly devices = inject(Devices);
  private readonly voice = inject(OwnVoiceState);
  private readonly wayBack = inject(RejoinOffer);
  private readonly mutedTalk = new SpeakingWhileMuted(realClock);

  private readonly stay = signal<CallSession | null>(null);
  /** Counts what changed in the stay, whose parts are no signals. */
  private readonly version = signal(0);
  readonly deafened = this.voice.deafened;
  readonly muted = this.voice.muted;
  /** The person talks, and does not think of being muted. */
  readonly talksWhileMuted = this.mutedTalk.isDetected;
  private readonly silences = new Map<PeerLink, InboundTraffic>();
  readonly me = computed(() => this.stay()?.peerId ?? null);
  /** The server has said that one is in; until then one is joining. */
  readonly isIn = computed(() => {
    this.version();
    return this.stay()?.isIn ?? false;
  });
  private readonly farewells = new PendingLeaves((name, draft) => this.connection.ask(name, draft), realClock);
  /** The links whose sound is heard; one that begins anew brings new tracks. */
  private heardLinks: ReadonlyMap<PeerId, PeerLink> = new Map();
  readonly others = computed(() => this.participants());
  readonly tiles = computed(() => [...this.ownTiles(), ...this.tilesOfOthers()]);

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => this.stay()?.handleEvent(event));
    this.connection.callNotices.pipe(takeUntilDestroyed()).subscribe((notice) => this.stay()?.handleNotice(notice));
    this.calls.changes.pipe(takeUntilDestroyed()).subscribe(() => this.stay()?.refresh());
    this.session.arrivals.pipe(takeUntilDestroyed()).subscribe(() => void this.stay()?.ensureJoined());
    this.connection.resyncs.pipe(takeUntilDestroyed()).subscribe(() => void this.stay()?.ensureJoined());
    fromEvent(window, 'beforeunload')
      .pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (this.stay()) event.preventDefault();
      });
    fromEvent(window, 'pagehide')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.dropOut();
      });
    inject(DestroyRef).onDestroy(() => {
      this.leave();
    });
    this.sendWhatIsCaptured();
    this.keepVolumes();
    effect((onCleanup) => {
      if (!this.stay()) return;
      onCleanup(holdWakeLock());
      const listening = setInterval(() => void this.listen(), listenEveryMs);
      onCleanup(() => {
        clearInterval(listening);
      });
    });
    effect(() => {
      const me = this.me();
      this.mutedTalk.update({
        muted: me !== null && this.muted(),
        speaking: me !== null && this.activeSpeakers.peerIds().has(me),
      });
    });
    effect((onCleanup) => {
      const me = this.me();
      if (me) onCleanup(this.activeSpeakers.watch(() => this.playback.levels(me)));
    });
    effect(() => {
      this.playback.setDeafened(this.deafened());
    });
    effect(() => {
      void this.playback.setOutputDevice(this.devices.chosen('audiooutput') ?? '');
    });
  }

  /** Goes into a room's call, out of the one that one is in. To be called in a click. */
  async join(roomId: RoomId, takeOver: boolean): Promise<void> {
    this.stopStaying();
    const mine = this.ownSeats(roomId);
    if (!takeOver && mine.some((peerId) => !this.farewells.has(peerId))) {
      this.entrance.roomId.set(null);
      this.entrance.elsewhere.set(roomId);
      return;
    }
    this.closeAsElsewhere(roomId);
    // A seat that is left is no other device: nobody is asked about it.
    const stay = this.stayIn(roomId, takeOver || mine.length > 0);
    this.stay.set(stay);
    this.wayBack.remember(roomId);
    this.voice.isCapturing = true;
    this.playback.open();
    const microphone = this.microphone.open();
    await stay.ensureJoined();
    await microphone;
  }

  /** Coming to this device unmutes nobody who is in the call on another one. */
  private closeAsElsewhere(roomId: RoomId): void {
    const me = this.session.me()?.userId;
    for (const peer of this.calls.inRoom(roomId)?.peers ?? []) if (peer.userId === me) this.voice.restrictTo(peer);
  }

  private ownSeats(roomId: RoomId): readonly PeerId[] {
    const peers = this.calls.inRoom(roomId)?.peers ?? [];
    return peers.filter(({ userId }) => userId === this.session.me()?.userId).map(({ peerId }) => peerId);
  }

  leave(): void {
    this.wayBack.forget();
    this.stopStaying();
    this.entrance.roomId.set(null);
  }

  /** The page goes away, or into a cache from which it may come back: the person is out, and is offered the way back. */
  private dropOut(): void {
    const stay = this.stay();
    if (!stay) return;
    this.wayBack.remember(stay.roomId, true);
    this.stopStaying();
    this.entrance.roomId.set(null);
  }

  /** Whether something comes in over the links that stand; looks for another way where nothing does. */
  private async listen(): Promise<void> {
    const stay = this.stay();
    if (!stay) return;
    this.wayBack.remember(stay.roomId);
    const links = [...stay.mesh.links.values()];
    for (const link of this.silences.keys()) if (!links.includes(link)) this.silences.delete(link);
    for (const link of links) await this.listenTo(link);
    if (this.stay() === stay) this.version.update((version) => version + 1);
  }

  private async listenTo(link: PeerLink): Promise<void> {
    if (link.state !== 'connected') return void this.silences.delete(link);
    const packets = await link.stats().then(packetsReceived, () => null);
    if (packets === null) return;
    const now = performance.now();
    const silence = observed(this.silences.get(link), packets, now);
    const isDue = needsRestart(silence, now);
    this.silences.set(link, isDue ? { ...silence, restarts: silence.restarts + 1 } : silence);
    if (isDue) await link.restart();
  }

  private stopStaying(): void {
    this.stay()?.leave();
    this.stay.set(null);
    this.calls.fromInside.set(null);
    this.heardLinks = new Map();
    for (const capture of [this.microphone, this.camera, this.screen]) capture.close();
    this.voice.isCapturing = false;
    this.playback.close();
  }

  private stayIn(roomId: RoomId, takeOver: boolean): CallSession {
    const userId = this.session.me()?.userId;
    if (!userId) throw new Error('Nobody is signed in.');
    const stay: CallSession = new CallSession({
      roomId,
      peerId: newPeerId(),
      userId,
      takeOver,
      ask: (name, draft) => this.connection.ask(name, draft),
      calls: this.calls,
      pendingLeaves: this.farewells,
      connect: (configuration) => new RTCPeerConnection(configuration),
      configuration: (servers) =>
        iceConfiguration(servers, { host: location.hostname, relayOnly: this.relayOnly.isChosen() }),
      voice: this.voice.state(),
      closedElsewhere: (voice) => {
        if (this.stay() === stay) this.voice.restrictTo(voice);
      },
      changed: () => {
        if (this.stay() === stay) this.changed(stay);
      },
      over: (why) => {
        if (this.stay() === stay) this.endedFromOutside(roomId, why);
      },
      clock: realClock,
    });
    return stay;
  }

  private endedFromOutside(roomId: RoomId, why: CallEnding): void {
    this.leave();
    if ('elsewhere' in why) return this.entrance.elsewhere.set(roomId);
    const sentence =
      'sentence' in why ? why.sentence : t('{name} ended the call for everybody.', { name: this.nameOf(why.endedBy) });
    this.entrance.ended.set({ roomId, sentence });
  }

  toggleMute(): void {
    this.voice.toggleMute();
  }

  toggleDeafen(): void {
    this.voice.toggleDeafen();
  }

  async toggle(capture: typeof this.camera): Promise<void> {
    if (capture.stream()) capture.close();
    else await capture.open();
    if (!this.stay()) capture.close();
  }

  /** Makes a new connection to somebody at once. */
  retry(peerId: PeerId): void {
    this.stay()?.mesh.renew(peerId);
  }

  private changed(stay: CallSession): void {
    const { links } = stay.mesh;
    this.playback.retainOnly({
      has: (peerId) =>
        stay.roster.has(peerId) && links.get(peerId) === (this.heardLinks.get(peerId) ?? links.get(peerId)),
    });
    this.heardLinks = new Map(links);
    if (stay.isIn) this.calls.fromInside.set({ roomId: stay.roomId, people: stay.peers });
    for (const peerId of stay.roster.keys()) {
      for (const slot of ['microphone', 'screen-sound'] as const) {
        const track = stay.mesh.links.get(peerId)?.receives(slot);
        if (track) this.playback.addTrack(peerId, track);
      }
    }
    this.version.update((version) => version + 1);
  }

  private sendWhatIsCaptured(): void {
    effect(() => {
      const voice = this.voice.state();
      this.stay()?.setVoice(voice);
    });
    effect(() => {
      const stay = this.stay();
      const track = this.microphone.stream()?.getAudioTracks()[0] ?? null;
      stay?.mesh.send('microphone', track);
      this.playback.meterMicrophone(track);
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
      stay.setStreams(streams);
    });
  }

  private keepVolumes(): void {
    effect(() => {
      this.version();
      for (const [peerId, { userId }] of untracked(this.stay)?.roster ?? [])
        this.playback.setVolume(peerId, this.volume.of(userId));
    });
  }

  private participants(): readonly Participant[] {
    this.version();
    const stay = this.stay();
    return [...(stay?.roster ?? [])].map(([peerId, { userId, muted, deafened }]) => {
      const link = stay?.mesh.links.get(peerId);
      const silence = link && this.silences.get(link);
      const silent = silence !== undefined && isStalled(silence, performance.now());
      const trouble = linkProblem(link?.state ?? 'connecting', link?.relayProblem ?? null, silent);
      return { peerId, userId, name: this.directory.nameOf(userId), muted, deafened, trouble };
    });
  }

  private tilesOfOthers(): Tile[] {
    this.version();
    const stay = this.stay();
    return [...(stay?.roster ?? [])].flatMap(([peerId, { userId, streams, muted, deafened }]) => {
      const link = stay?.mesh.links.get(peerId);
      const name = this.directory.nameOf(userId);
      return streams.map(({ kind }) => {
        const [slot] = slotsOf(kind);
        const track = (slot && link?.receives(slot)) ?? null;
        const state = link?.state ?? 'connecting';
        return { key: `${peerId} ${kind}`, peerId, name, kind, track, link: state, muted, deafened, isMine: false };
      });
    });
  }

  private ownTiles(): Tile[] {
    const peerId = this.me();
    const me = this.session.me();
    if (!peerId || !me) return [];
    const shown = { camera: this.camera.stream(), screen: this.screen.stream() };
    return (['camera', 'screen'] as const).flatMap((kind) => {
      const track = shown[kind]?.getVideoTracks()[0];
      if (!track) return [];
      const [muted, deafened] = [this.muted(), this.deafened()];
      return [
        { key: `mine ${kind}`, peerId, name: me.displayName, kind, track, link: null, muted, deafened, isMine: true },
      ];
    });
  }

  private nameOf(userId: UserId | null): string {
    return userId ? this.directory.nameOf(userId) : t('Somebody');
  }
}
