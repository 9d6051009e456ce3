import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  commonReasons,
  messagingReasons,
  refused,
  type ClientFileId,
  type FileId,
  type Reply,
} from '@devchitchat/contracts';
import { lobby } from '@devchitchat/contracts/testing';
import { localRefusal } from '../connection/local-refusal';
import type { Received } from './put-bytes';
import { upload } from './upload';

const fileId = 'f_5p1s8w3z7b2e6j9q' as FileId;
const clientFileId = 'client-file-1' as ClientFileId;
const blob = new Blob(['0123456789']);

/** A server that keeps what it gets, and answers the requests for bytes in this way. */
function server(answers: readonly (Reply<Received> | 'keeps 4, then breaks' | 'ready')[]) {
  const [asked, sent, progress]: [string[], string[], number[]] = [[], [], []];
  const stop = new AbortController();
  let [received, next, random] = [0, 0, 0];
  const begins: (Reply<never> | null)[] = [];
  const world = {
    ask: ((_name: string, draft: { clientFileId: string }) => {
      asked.push(draft.clientFileId);
      return Promise.resolve(begins.shift() ?? accepted({ fileId, received, isReady: false, expiresAt: 1 }));
    }) as never,
    put: async ({ offset, bytes }: { offset: number; bytes: Blob }): Promise<Reply<Received>> => {
      sent.push(`${String(offset)}: ${await bytes.text()}`);
      const answer = answers[next++] ?? 'ready';
      if (answer === 'ready') return accepted({ isReady: true, expiresAt: 1 });
      if (answer !== 'keeps 4, then breaks') return answer;
      received = 4;
      return localRefusal('page.unreachable', 'Broken.');
    },
    online: () => Promise.resolve(),
    sleep: () => Promise.resolve(),
    random: () => (random += 0.1) % 1,
  };
  const attachment = { clientFileId, name: 'a.txt', size: 10, type: 'text/plain' };
  const run = (bytes: Blob = blob) =>
    upload({ roomId: lobby, attachment, blob: bytes, onProgress: (n) => progress.push(n), signal: stop.signal }, world);
  return { run, asked, sent, progress, begins, stop };
}

describe('an upload', () => {
  it('sends the bytes of the file, and ends when the server has looked at them', async () => {
    const { run, sent } = server([]);
    expect(await run()).toEqual(accepted({ fileId }));
    expect(sent).toEqual(['0: 0123456789']);
  });

  it('goes on where a broken connection left it', async () => {
    const { run, sent, progress } = server(['keeps 4, then breaks']);
    expect(await run()).toEqual(accepted({ fileId }));
    expect(sent).toEqual(['0: 0123456789', '4: 456789']);
    expect(progress).toEqual([0, 4]);
  });

  it('is repeated while the server is busy', async () => {
    const { run, sent } = server([refused(messagingReasons.fileIntakeBusy), refused(commonReasons.serverLate)]);
    expect(await run()).toEqual(accepted({ fileId }));
    expect(sent).toHaveLength(3);
  });

  it.each([
    ['a damaged picture', refused(messagingReasons.filePictureDamaged)],
    ['a full server', refused(messagingReasons.fileServerQuota, { gigabytes: 1 })],
  ])('ends with the reason for %s, and asks for no repetition', async (_, refusal) => {
    const { run, sent } = server([refusal]);
    expect(await run()).toEqual({ ok: false, error: { ...refusal.error, retryable: false } });
    expect(sent).toHaveLength(1);
  });

  it('begins anew under another id when the server has forgotten the file', async () => {
    const { run, asked, begins } = server([]);
    begins.push(refused(messagingReasons.fileNotUploaded));
    expect(await run()).toEqual(accepted({ fileId }));
    expect(asked).toEqual(['client-file-1', 'client-file-1-2']);
  });

  it('ends when the file cannot be read any more', async () => {
    const { run } = server([localRefusal('page.unreachable', 'Broken.')]);
    const gone = { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')), text: () => '' }) };
    expect(await run(gone as unknown as Blob)).toMatchObject({ ok: false, error: { reason: 'page.file_unreadable' } });
  });

  it('sends nothing after it was canceled', async () => {
    const { run, sent, stop } = server([]);
    stop.abort();
    expect(await run()).toMatchObject({ ok: false, error: { reason: 'page.canceled' } });
    expect(sent).toEqual([]);
  });
});
