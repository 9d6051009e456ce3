import { signal, type Provider } from '@angular/core';
import { accepted, type FileId, type Reply } from '@devchitchat/contracts';
import { browserCache } from '../cache/browser-cache';
import type { Received, Sending } from '../files/put-bytes';
import { bytesSender } from '../files/uploads';
import type { KeptFile } from '../unsent/attachment';
import { ScriptedConnection } from './scripted-connection';

/** The id of every file that the scripted server takes. */
const someFile = 'f_5p1s8w3z7b2e6j9q' as FileId;

/** Stands in for the server's side of uploads, and for the disk on which the browser keeps files. */
export class ScriptedFiles {
  readonly connection = new ScriptedConnection();
  /** The bytes that were sent, as text, each with their offset. */
  readonly sent: { readonly offset: number; readonly text: string }[] = [];
  /** Files on the browser's disk. */
  readonly kept = new Map<string, KeptFile>();
  /** False for a full disk. */
  hasSpace = true;
  /** The server's answer to bytes; by default, it has the whole file. */
  answer: (sending: Sending) => Reply<Received> | Promise<Reply<Received>> = () =>
    accepted({ isReady: true, expiresAt: 1 });

  constructor() {
    this.connection.accepts('file.begin', { fileId: someFile, received: 0, isReady: false, expiresAt: 1 });
  }

  get providers(): Provider[] {
    const files = {
      get: (id: string) => Promise.resolve(this.kept.get(id)?.blob ?? null),
      save: (files: readonly KeptFile[]) => {
        if (this.hasSpace) for (const file of files) this.kept.set(file.clientFileId, file);
        return Promise.resolve(this.hasSpace);
      },
    };
    return [
      this.connection.provider,
      { provide: browserCache, useValue: { files, keeps: signal(true) } },
      {
        provide: bytesSender,
        useValue: async (sending: Sending) => {
          this.sent.push({ offset: sending.offset, text: await sending.bytes.text() });
          return this.answer(sending);
        },
      },
    ];
  }
}
