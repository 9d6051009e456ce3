import { refused, type browserSurface, type DraftOf, type ReplyTo } from '@devchitchat/contracts';
import { replyInMyLanguage, t } from '../language/t';

type HttpCommand = (typeof browserSurface.http)[number];

const timeoutMs = 15_000;

/** Says a command over HTTP: those that set or clear the session cookie. Never throws. */
export async function post<C extends HttpCommand>(command: C, draft: DraftOf<C>): Promise<ReplyTo<C>> {
  try {
    const response = await fetch(`api/${command.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return replyInMyLanguage((await response.json()) as ReplyTo<C>);
  } catch {
    return refused('unavailable', t('The server cannot be reached right now. Try again in a moment.'));
  }
}
