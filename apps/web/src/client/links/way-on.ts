import { serverNow } from '../../platform/time/server-clock';
import { keepLocally, localText } from '../../platform/browser/local-store';

const key = 'way on';
const rememberedFor = 24 * 3_600_000;

/** Remembers the link into a room that a person without an account opened, until they have one. */
export const keepWayOn = (url: string): void => {
  keepLocally(key, `${serverNow()} ${url}`);
};

/** The remembered link of the last day, once. */
export function takeWayOn(): string | null {
  const [since, url] = (localText(key) ?? '').split(' ');
  keepLocally(key, null);
  return url?.startsWith('/room-invite/') && serverNow() - Number(since) < rememberedFor ? url : null;
}
