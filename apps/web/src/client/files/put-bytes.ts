import type { FileId, Reply } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { replyInMyLanguage } from '../answers/answer-text';
import { localRefusal } from '../connection/local-refusal';

export type Received =
  { readonly isReady: true; readonly expiresAt: number } | { readonly isReady: false; readonly received: number };

export interface Sending {
  readonly fileId: FileId;
  /** The first byte of `bytes` in the file. */
  readonly offset: number;
  readonly bytes: Blob;
  /** Told how many of `bytes` are sent. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** Sends bytes of a file to the server. Never throws. */
export type PutBytes = (sending: Sending) => Promise<Reply<Received>>;

/** Milliseconds without progress after which a connection counts as broken. The server takes a while to read a picture. */
const stalledMs = 60_000;

export const canceled = () => localRefusal('page.canceled', t('Canceled.'));

/** An `XMLHttpRequest`, because `fetch` tells nothing about progress; past the service worker, which hides it too. */
export const putBytes: PutBytes = ({ fileId, offset, bytes, onProgress, signal }) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve(canceled());
      return;
    }
    const request = new XMLHttpRequest();
    let watch: ReturnType<typeof setTimeout> | undefined;
    const abort = () => request.abort();
    const wait = () => {
      clearTimeout(watch);
      watch = setTimeout(abort, stalledMs);
    };
    request.upload.addEventListener('progress', ({ loaded }) => {
      wait();
      onProgress(Math.min(loaded, bytes.size));
    });
    request.addEventListener('loadend', () => {
      clearTimeout(watch);
      signal.removeEventListener('abort', abort);
      resolve(signal.aborted ? canceled() : replyIn(request.responseText));
    });
    signal.addEventListener('abort', abort);
    request.open('PUT', `api/files/${fileId}?offset=${String(offset)}&ngsw-bypass`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    wait();
    request.send(bytes);
  });

/** Anything but a reply came from a proxy, or is nothing at all: the connection broke. */
function replyIn(text: string): Reply<Received> {
  try {
    const reply = JSON.parse(text) as Reply<Received>;
    if (typeof reply.ok === 'boolean') return replyInMyLanguage(reply);
  } catch {
    // Below.
  }
  return localRefusal('page.unreachable', t('The server can’t be reached right now. Try again in a moment.'));
}
