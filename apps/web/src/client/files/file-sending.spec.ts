import '@angular/compiler';
import { createEnvironmentInjector, Injector, type EnvironmentInjector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  messagingReasons,
  refused,
  type ClientFileId,
  type ClientMsgId,
  type FileId,
  type Reply,
} from '@devchitchat/contracts';
import { ada, lobby } from '@devchitchat/contracts/testing';
import type { UnsentMessage } from '../unsent/outbox-policy';
import { FileBlobs } from './file-blobs';
import { FileSending } from './file-sending';
import { Uploads } from './uploads';

const fileIds: Readonly<Record<string, FileId>> = {
  one: 'f_aaaaaaaaaaaaaaaa' as FileId,
  two: 'f_bbbbbbbbbbbbbbbb' as FileId,
};

const entry: UnsentMessage = {
  kind: 'send',
  position: 1,
  clientMsgId: 'client-9' as ClientMsgId,
  roomId: lobby,
  userId: ada,
  text: '',
  composedAt: 1_000,
  state: 'pending',
  attachments: [
    { clientFileId: 'one' as ClientFileId, name: 'a.png', size: 1, type: 'image/png', alt: 'A' },
    { clientFileId: 'two' as ClientFileId, name: 'b.txt', size: 1, type: 'text/plain' },
  ],
};

/** Sends the entry; the uploads end as `outcomes` says, and the server gives these answers to the message. */
function sending(answers: readonly Reply<unknown>[], refusal?: Reply<never>) {
  const [runs, sent, dropped]: [string[], unknown[], string[]] = [[], [], []];
  const uploads = {
    run: (_room: unknown, { clientFileId }: { clientFileId: string }) => {
      runs.push(clientFileId);
      return Promise.resolve(refusal ?? accepted({ fileId: fileIds[clientFileId] as FileId }));
    },
    cancel: () => undefined,
  };
  const injector = createEnvironmentInjector(
    [
      FileSending,
      { provide: Uploads, useValue: uploads },
      { provide: FileBlobs, useValue: { drop: (id: string) => dropped.push(id) } },
    ],
    Injector.NULL as EnvironmentInjector,
  );
  const stop = new AbortController();
  let next = 0;
  const send = (files: unknown) => {
    sent.push(files);
    return Promise.resolve(answers[next++] ?? accepted({}));
  };
  return { go: () => injector.get(FileSending).send(entry, send, stop.signal), runs, sent, dropped, stop };
}

const files = [{ fileId: fileIds['one'], alt: 'A' }, { fileId: fileIds['two'] }];
const notUploaded = refused(messagingReasons.fileNotUploaded);

describe('a message with files', () => {
  it('is sent when all of its files are uploaded, and names them in their order', async () => {
    const { go, runs, sent, dropped } = sending([]);
    expect(await go()).toEqual(accepted({}));
    expect([runs, sent, dropped]).toEqual([['one', 'two'], [files], ['one', 'two']]);
  });

  it('uploads again what the server no longer has, but not without end', async () => {
    const once = sending([notUploaded]);
    expect(await once.go()).toEqual(accepted({}));
    expect(once.runs).toHaveLength(4);
    const always = sending([notUploaded, notUploaded, notUploaded, notUploaded]);
    expect(await always.go()).toEqual(notUploaded);
    expect(always.sent).toHaveLength(3);
  });

  it('is repeated without an upload when only the answer was lost', async () => {
    const { go, runs } = sending([refused(messagingReasons.roomMuted, { leftMs: 1 })]);
    await go();
    expect(await go()).toEqual(accepted({}));
    expect(runs).toEqual(['one', 'two']);
  });

  it('is not sent when a file is refused', async () => {
    const refusal = refused(messagingReasons.filePictureDamaged);
    const { go, sent } = sending([], refusal);
    expect(await go()).toEqual(refusal);
    expect(sent).toEqual([]);
  });

  it('is not sent after its author discarded it', async () => {
    const { go, sent, stop } = sending([]);
    const reply = go();
    stop.abort();
    expect(await reply).toMatchObject({ ok: false, error: { reason: 'page.canceled' } });
    expect(sent).toEqual([]);
  });
});
