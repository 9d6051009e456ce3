import { computed, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import {
  hello,
  presence,
  readMoved,
  resync,
  scopeHead,
  signalingNotices,
  typing,
  type AnyEvent,
  type browserSurface,
  type DataOf,
  type DraftOf,
  type Refusal,
  type ReplyTo,
} from '@devchitchat/contracts';
import { firstValueFrom, map, race, Subject, timer } from 'rxjs';
import { io } from 'socket.io-client';
import { localRefusal } from './local-refusal';
import { t } from '../../platform/language/t';
import { refusalText, replyInMyLanguage } from '../answers/answer-text';
import { learnServerTime } from '../../platform/time/server-clock';
import { NetworkHints } from './network-hints';
import { reconnectDelay } from './reconnect-policy';

/** The notices that devices in a call receive, by name. */
export type CallNotice = {
  [Notice in (typeof signalingNotices)[keyof typeof signalingNotices] as Notice['name']]: {
    readonly name: Notice['name'];
    readonly data: DataOf<Notice>;
  };
}[(typeof signalingNotices)[keyof typeof signalingNotices]['name']];

export type SocketCommand = (typeof browserSurface.socket)[number];
export type Named<Name> = Extract<SocketCommand, { readonly name: Name }>;

/** `signed-out`: the server knows no session of this browser. `closed`: no connection was requested. */
export type ConnectionState = 'closed' | 'connecting' | 'online' | 'reconnecting' | 'offline' | 'signed-out';

const connectTimeoutMs = 5_000;
const replyTimeoutMs = 10_000;
/** A command waits this long for the connection it needs. */
const readyTimeoutMs = 3_000;
/** A link that held this long counts as steady: the next interruption starts with short delays again. */
const steadyMs = 5_000;

/** The socket of this tab, not yet connected. */
export const socketOfTab = new InjectionToken('socket', {
  providedIn: 'root',
  factory: () => io({ transports: ['websocket'], autoConnect: false, reconnection: false, timeout: connectTimeoutMs }),
});

/** The tab's only connection to the server. All commands go through it and all messages come from it. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly network = inject(NetworkHints);
  private readonly socket = inject(socketOfTab);

  private readonly phase = signal<Exclude<ConnectionState, 'offline'>>('closed');
  readonly state = computed<ConnectionState>(() =>
    this.phase() === 'reconnecting' && !this.network.online() ? 'offline' : this.phase(),
  );
  /** The refusal of the last attempt to connect, if the server gave one. */
  private readonly lastRefusal = signal<Refusal | null>(null);
  readonly refusal = this.lastRefusal.asReadonly();

  private readonly heardEvents = new Subject<AnyEvent>();
  readonly events = this.heardEvents.asObservable();
  private readonly heardHellos = new Subject<DataOf<typeof hello>>();
  /** The server's first message on every new connection. Commands work from then on. */
  readonly hellos = this.heardHellos.asObservable();
  private readonly heardHeads = new Subject<DataOf<typeof scopeHead>>();
  readonly heads = this.heardHeads.asObservable();
  private readonly heardReadMoves = new Subject<DataOf<typeof readMoved>>();
  /** Read marks moved, forward or backward. */
  readonly readMoves = this.heardReadMoves.asObservable();
  private readonly heardResyncs = new Subject<void>();
  readonly resyncs = this.heardResyncs.asObservable();
  private readonly heardPresence = new Subject<DataOf<typeof presence>>();
  readonly presence = this.heardPresence.asObservable();
  private readonly heardTyping = new Subject<DataOf<typeof typing>>();
  readonly typing = this.heardTyping.asObservable();
  private readonly heardCallNotices = new Subject<CallNotice>();
  readonly callNotices = this.heardCallNotices.asObservable();
  private readonly heardSignOuts = new Subject<void>();
  /** The server knows no session of this browser, or ended it. */
  readonly signOuts = this.heardSignOuts.asObservable();

  /** This connection is no longer wanted: the next one may be another person's. */
  private readonly endings = new Subject<void>();
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private steady: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.socket.on('event', (event: AnyEvent) => {
      this.heardEvents.next(event);
    });
    this.socket.on(hello.name, (data: DataOf<typeof hello>) => {
      this.welcomed(data);
    });
    this.socket.on(scopeHead.name, (data: DataOf<typeof scopeHead>) => {
      this.heardHeads.next(data);
    });
    this.socket.on(readMoved.name, (data: DataOf<typeof readMoved>) => {
      this.heardReadMoves.next(data);
    });
    this.socket.on(resync.name, () => {
      this.heardResyncs.next();
    });
    this.socket.on(presence.name, (data: DataOf<typeof presence>) => {
      this.heardPresence.next(data);
    });
    this.socket.on(typing.name, (data: DataOf<typeof typing>) => {
      this.heardTyping.next(data);
    });
    for (const { name } of Object.values(signalingNotices)) {
      this.socket.on(name, (data: CallNotice['data']) => {
        this.heardCallNotices.next({ name, data } as CallNotice);
      });
    }
    this.socket.on('disconnect', () => {
      this.lost();
    });
    this.socket.on('connect_error', (error: Error & { data?: Refusal }) => {
      this.turnedAway(error.data ?? null);
    });
    this.network.changes.subscribe((change) => {
      this.networkChanged(change);
    });
  }

  /** Connects, and stays connected until `close`. Called again, it reconnects with the current cookie. */
  open(): void {
    this.close();
    this.attempt = 0;
    this.phase.set('connecting');
    this.socket.connect();
  }

  close(): void {
    this.phase.set('closed');
    this.endings.next();
    this.forgetTimers();
    this.socket.disconnect();
  }

  /**
   * Sends a command to the server. Never throws. Waits up to 3 s for a pending connection and 10 s for the reply; on
   * timeout the reply is `unavailable`, and the command may or may not have been executed. On an open connection it is
   * sent before this returns. A command that still waits when its connection is given up is refused: the next one may be
   * another person's.
   */
  async ask<Name extends SocketCommand['name']>(
    name: Name,
    draft: DraftOf<Named<Name>>,
  ): Promise<ReplyTo<Named<Name>>> {
    const isOnline = untracked(this.state) === 'online';
    if (!isOnline && !(await this.comesOnline()))
      return localRefusal('page.offline', t('There is no connection right now.'));
    try {
      return replyInMyLanguage(
        (await this.socket.timeout(replyTimeoutMs).emitWithAck(name, draft)) as ReplyTo<Named<Name>>,
      );
    } catch {
      return localRefusal('page.unanswered', t('The server didn’t answer in time.'));
    }
  }

  private async comesOnline(): Promise<boolean> {
    const state = untracked(this.state);
    if (state !== 'connecting' && state !== 'reconnecting') return false;
    const isOver = race(this.endings, timer(readyTimeoutMs));
    return firstValueFrom(race(this.hellos.pipe(map(() => true)), isOver.pipe(map(() => false))));
  }

  private welcomed(data: DataOf<typeof hello>): void {
    learnServerTime(data.now);
    this.lastRefusal.set(null);
    this.phase.set('online');
    this.steady = setTimeout(() => {
      this.attempt = 0;
    }, steadyMs);
    this.heardHellos.next(data);
  }

  private lost(): void {
    clearTimeout(this.steady);
    if (this.phase() === 'closed') return;
    this.phase.set('reconnecting');
    this.retryLater();
  }

  private turnedAway(refusal: Refusal | null): void {
    // The refused transport stays open otherwise, and the next attempt would reuse it with the old cookie.
    this.socket.disconnect();
    if (this.phase() === 'closed') return;
    this.lastRefusal.set(refusal && { ...refusal, message: refusalText(refusal) });
    if (refusal?.code === 'unauthenticated') {
      this.forgetTimers();
      this.phase.set('signed-out');
      this.endings.next();
      this.heardSignOuts.next();
      return;
    }
    this.phase.set('reconnecting');
    this.retryLater(refusal?.retryAfterMs);
  }

  private networkChanged(change: 'back' | 'gone'): void {
    // A loopback server outlives the network: reconnecting at once loses nothing if it answers.
    if (change === 'gone' && this.phase() === 'online') this.socket.disconnect();
    if (this.phase() !== 'reconnecting') return;
    this.attempt = 0;
    this.connectNow();
  }

  private retryLater(atLeastMs = 0): void {
    clearTimeout(this.retry);
    const delay = Math.max(atLeastMs, reconnectDelay(this.attempt, Math.random()));
    this.attempt += 1;
    this.retry = setTimeout(() => {
      this.connectNow();
    }, delay);
  }

  private connectNow(): void {
    clearTimeout(this.retry);
    // Does nothing while an attempt is in progress. `socket.active` would not tell: it stays true after a lost transport.
    this.socket.connect();
  }

  private forgetTimers(): void {
    clearTimeout(this.retry);
    clearTimeout(this.steady);
  }
}
