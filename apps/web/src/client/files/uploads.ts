import { effect, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import type { ClientFileId, FileId, Refusal, Reply, RoomId } from '@devchitchat/contracts';
import { lockManager } from '../../platform/browser/capabilities';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import type { Attachment } from '../unsent/attachment';
import { FileBlobs } from './file-blobs';
import { canceled, putBytes } from './put-bytes';
import { late, missing, upload, type UploadJob } from './upload';

/** How far an upload is. */
export type UploadState =
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly refusal: Refusal };

type Outcome = Reply<{ readonly fileId: FileId }>;

interface Running {
  readonly outcome: Promise<Outcome>;
  readonly cancel: () => void;
}

/** Sends bytes to the server; replaced in specs. */
export const bytesSender = new InjectionToken('bytesSender', { providedIn: 'root', factory: () => putBytes });

/** Uploads that run at the same time. */
const maxAtOnce = 2;

/** The uploads of this tab. The composer begins them, and the outbox finishes them. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly blobs = inject(FileBlobs);
  private readonly put = inject(bytesSender);

  private readonly known = signal<ReadonlyMap<ClientFileId, UploadState>>(new Map());
  readonly states = this.known.asReadonly();
  private readonly running = new Map<ClientFileId, Running>();
  private readonly queue: (() => void)[] = [];
  private active = 0;
  private awaitingConnection: (() => void)[] = [];

  constructor() {
    effect(() => {
      if (this.connection.state() !== 'online') return;
      for (const go of this.awaitingConnection.splice(0)) go();
    });
    let owner = this.session.me()?.userId;
    effect(() => {
      const now = this.session.me()?.userId;
      if (owner !== undefined && now !== owner) untracked(() => this.cancelAll());
      owner = now;
    });
  }

  /** Uploads a file, or goes on with its upload. Called again meanwhile, it gives the same outcome. */
  run(roomId: RoomId, attachment: Attachment): Promise<Outcome> {
    const { clientFileId } = attachment;
    const before = this.running.get(clientFileId);
    if (before) return before.outcome;
    const stop = new AbortController();
    const outcome = this.start(roomId, attachment, stop.signal).then((reply) => {
      if (this.running.get(clientFileId)?.outcome !== outcome) return reply;
      this.running.delete(clientFileId);
      this.note(clientFileId, reply.ok ? { kind: 'ready' } : { kind: 'failed', refusal: reply.error });
      return reply;
    });
    this.running.set(clientFileId, { outcome, cancel: () => stop.abort() });
    if (this.states().get(clientFileId)?.kind !== 'ready') this.note(clientFileId, { kind: 'sending', sent: 0 });
    return outcome;
  }

  /** Stops an upload and forgets it. */
  cancel(clientFileId: ClientFileId): void {
    const running = this.running.get(clientFileId);
    this.running.delete(clientFileId);
    running?.cancel();
    this.known.update((known) => new Map([...known].filter(([id]) => id !== clientFileId)));
  }

  private cancelAll(): void {
    for (const clientFileId of [...this.states().keys()]) this.cancel(clientFileId);
  }

  private async start(roomId: RoomId, attachment: Attachment, stop: AbortSignal): Promise<Outcome> {
    const { clientFileId } = attachment;
    const blob = await this.blobs.get(clientFileId);
    if (blob === undefined) return late();
    if (!blob) return missing();
    const onProgress = (sent: number) => {
      if (!stop.aborted) this.note(clientFileId, { kind: 'sending', sent });
    };
    await this.turn();
    try {
      return await this.alone(clientFileId, stop, () =>
        this.upload({ roomId, attachment, blob, onProgress, signal: stop }),
      );
    } finally {
      this.active -= 1;
      this.queue.shift()?.();
    }
  }

  private upload(job: UploadJob): Promise<Outcome> {
    return upload(job, {
      ask: (...command) => this.connection.ask(...command),
      put: this.put,
      online: (signal) => this.online(signal),
      sleep: (ms, signal) => sleep(ms, signal),
      random: Math.random,
    });
  }

  /** Two tabs that upload the same file would interrupt each other. */
  private async alone(clientFileId: ClientFileId, signal: AbortSignal, work: () => Promise<Outcome>): Promise<Outcome> {
    const locks = lockManager();
    if (!locks) return work();
    try {
      return await locks.request(`devchitchat upload ${clientFileId}`, { signal }, work);
    } catch {
      return signal.aborted ? canceled() : work();
    }
  }

  private async turn(): Promise<void> {
    if (this.active >= maxAtOnce) await new Promise<void>((go) => this.queue.push(go));
    this.active += 1;
  }

  private async online(signal: AbortSignal): Promise<void> {
    if (untracked(this.connection.state) === 'online' || signal.aborted) return;
    await new Promise<void>((go) => {
      this.awaitingConnection.push(go);
      signal.addEventListener('abort', () => go(), { once: true });
    });
  }

  private note(clientFileId: ClientFileId, state: UploadState): void {
    this.known.update((known) => new Map(known).set(clientFileId, state));
  }
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
