import {
  accepted,
  type ClientFileId,
  type FileId,
  type Refusal,
  type Reply,
  type RoomId,
} from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { localRefusal } from '../connection/local-refusal';
import type { Connection } from '../connection/connection';
import type { Attachment } from '../unsent/attachment';
import { canceled, type PutBytes } from './put-bytes';
import { afterUploadRefusal } from './upload-policy';

/** Bytes of one request: a broken connection loses at most this much, whatever the server keeps of it. */
const partBytes = 8_000_000;

export interface UploadJob {
  readonly roomId: RoomId;
  readonly attachment: Attachment;
  readonly blob: Blob;
  /** Told how many bytes of the file the server has. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

interface World {
  readonly ask: Connection['ask'];
  readonly put: PutBytes;
  /** Resolves when the page is connected. */
  readonly online: (signal: AbortSignal) => Promise<void>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

/**
 * Uploads a file, or goes on with an upload that stopped. Resolves when the server has looked at the whole file, however
 * often the connection breaks; with a refusal that repetition does not heal; or when `signal` aborts.
 */
export async function upload(job: UploadJob, world: World): Promise<Reply<{ readonly fileId: FileId }>> {
  const { attachment, signal, blob } = job;
  const isOver = () => signal.aborted;
  let [tries, ids] = [0, 1];
  let reached = 0;
  for (;;) {
    await world.online(signal);
    if (isOver()) return canceled();
    const clientFileId = (
      ids === 1 ? attachment.clientFileId : `${attachment.clientFileId}-${String(ids)}`
    ) as ClientFileId;
    const step = await once(job, clientFileId, world);
    if (step.ok && step.value.isReady) return accepted({ fileId: step.value.fileId });
    if (isOver()) return canceled();
    if (step.ok) {
      // A server that keeps nothing of what it gets must not be asked without end.
      tries = step.value.received > reached ? 0 : tries + 1;
      reached = step.value.received;
      if (tries > 0) await world.sleep(500, signal);
      continue;
    }
    if (!(await isReadable(blob))) return unreadable();
    tries += 1;
    const verdict = afterUploadRefusal(step.error, { tries, ids, random: world.random() });
    if (verdict.kind === 'failed') return { ok: false, error: { ...verdict.refusal, retryable: false } };
    if (verdict.kind === 'anew') ids += 1;
    else await world.sleep(verdict.inMs, signal);
  }
}

/** Asks where the upload stopped, and sends the next part from there. */
async function once(
  { roomId, attachment, blob, onProgress, signal }: UploadJob,
  clientFileId: ClientFileId,
  { ask, put }: World,
): Promise<Reply<{ fileId: FileId; isReady: boolean; received: number }>> {
  const { name, size } = attachment;
  const begun = await ask('file.begin', { roomId, clientFileId, name, size });
  if (!begun.ok) return begun;
  const { fileId, isReady, received } = begun.value;
  onProgress(isReady ? size : received);
  if (isReady || signal.aborted) return accepted({ fileId, isReady, received });
  const reply = await put({
    fileId,
    offset: received,
    bytes: blob.slice(received, Math.min(size, received + partBytes)),
    onProgress: (sent) => onProgress(received + sent),
    signal,
  });
  if (!reply.ok) return reply;
  return accepted({
    fileId,
    isReady: reply.value.isReady,
    received: reply.value.isReady ? size : reply.value.received,
  });
}

/** A file that was changed, moved or is a folder cannot be read any more; a request with it fails like a broken line. */
async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function unreadable(): { ok: false; error: Refusal } {
  const refusal = localRefusal('page.file_unreadable', t('This file can’t be read any more. Attach it again.'));
  return { ok: false, error: { ...refusal.error, code: 'invalid', retryable: false } };
}

/** The browser does not give the file now, and may later. */
export const late = () =>
  localRefusal('page.file_late', t('This browser doesn’t answer right now. Try again in a moment.'));

/** The browser has no copy of the file: it could not be stored, and the page was closed. */
export function missing(): { ok: false; error: Refusal } {
  const refusal = localRefusal('page.file_missing', t('This browser no longer has the file. Attach it again.'));
  return { ok: false, error: { ...refusal.error, code: 'invalid', retryable: false } };
}
