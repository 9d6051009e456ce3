import type { browserSurface, DraftOf, ReplyTo } from '@devchitchat/contracts';
import { localRefusal } from './local-refusal';
import { t } from '../../platform/language/t';
import { replyInMyLanguage } from '../answers/answer-text';
import { learnFromHeaders } from '../../platform/time/server-clock';

type HttpCommand = (typeof browserSurface.http)[number];
type Named<Name> = Extract<HttpCommand, { readonly name: Name }>;

const timeoutMs = 15_000;

/** Sends a command over HTTP, for commands that set or clear the session cookie. Never throws. */
export async function post<Name extends HttpCommand['name']>(
  name: Name,
  draft: DraftOf<Named<Name>>,
): Promise<ReplyTo<Named<Name>>> {
  try {
    const response = await fetch(`api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
      signal: AbortSignal.timeout(timeoutMs),
    });
    learnFromHeaders(response.headers);
    return replyInMyLanguage((await response.json()) as ReplyTo<Named<Name>>);
  } catch {
    return localRefusal('page.unreachable', t('The server can’t be reached right now. Try again in a moment.'));
  }
}
