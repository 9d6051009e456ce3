import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  accepted,
  authReasons as reasons,
  limits,
  messagingReasons,
  refused,
  type FileForm,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { Intake } from '../files/intake/intake.service';
import { maxPixels } from '../files/intake/limits';

/** Received or looked at, at once: in a container the temporary folder has room for three. */
const maxAtOnce = 2;

const retryMs = 2_000;
const unreadable = refused(reasons.pictureUnreadable);
const busy = refused(reasons.pictureBusy, {}, retryMs);
const tooLarge = refused(reasons.pictureTooLarge, {
  megabytes: limits.pictureBytes / 1024 / 1024,
  megapixels: maxPixels / 1_000_000,
});

/** The same picture in both sizes, in base64. */
export interface EncodedForms {
  readonly small: string;
  readonly large: string;
}

/** Turns the body of a request into square pictures, by way of a temporary folder and the intake process. */
@Injectable()
export class ReceivedPictures {
  /** The people whose pictures are received or looked at. One each, so that no one takes every place. */
  private readonly underWay = new Set<UserId>();

  constructor(private readonly intake: Intake) {}

  /**
   * Refuses a body that is larger than `limits.pictureBytes` or says nothing of its size, and one that is not called a
   * picture. Call it before reading the body.
   */
  refuse({ headers }: IncomingMessage): Reply<never> | undefined {
    if (!headers['content-type']?.startsWith('image/')) return unreadable;
    // Node reads exactly as many bytes as this says.
    const size = Number(headers['content-length'] ?? Number.NaN);
    return size > 0 && size <= limits.pictureBytes ? undefined : size === 0 ? unreadable : tooLarge;
  }

  /** Rejects if the body ends early. */
  async encode(request: IncomingMessage, by: UserId): Promise<Reply<EncodedForms>> {
    if (this.underWay.has(by) || this.underWay.size >= maxAtOnce) return busy;
    this.underWay.add(by);
    this.intake.warmUp();
    try {
      const folder = await mkdtemp(join(tmpdir(), 'devchitchat-picture-'));
      return await this.encodeIn(folder, request).finally(() => rm(folder, { recursive: true, force: true }));
    } finally {
      this.underWay.delete(by);
    }
  }

  private async encodeIn(folder: string, request: IncomingMessage): Promise<Reply<EncodedForms>> {
    const source = join(folder, 'received');
    const into = join(folder, 'ready');
    await pipeline(request, createWriteStream(source, { flags: 'wx', mode: 0o600 }));
    const looked = await this.intake.examine(source, into, 'avatar');
    if (!looked.ok) return refusalFor(looked.error.reason);
    const form = (name: FileForm) => readFile(join(into, name), 'base64');
    return accepted({ small: await form('small'), large: await form('large') });
  }
}

/** The intake speaks of files. */
function refusalFor(reason: string): Reply<never> {
  if (reason === messagingReasons.filePictureTooLarge.name) return tooLarge;
  return reason === messagingReasons.fileIntakeBusy.name ? busy : unreadable;
}
