import type { authCommands, ReplyTo } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { replyInMyLanguage } from '../answers/answer-text';
import { localRefusal } from '../connection/local-refusal';

/** Milliseconds. The server may have other pictures to look at first. */
const timeoutMs = 60_000;

/** Sends the user's new picture. Never throws. */
export async function putPicture(picture: Blob): Promise<ReplyTo<typeof authCommands.pictureSet>> {
  try {
    const response = await fetch('api/picture', {
      method: 'PUT',
      headers: { 'content-type': picture.type },
      body: picture,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return replyInMyLanguage((await response.json()) as ReplyTo<typeof authCommands.pictureSet>);
  } catch {
    return localRefusal('page.unreachable', t('The server can’t be reached right now. Try again in a moment.'));
  }
}
