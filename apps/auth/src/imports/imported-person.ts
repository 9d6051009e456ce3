import { authEvents, limits, type ImportSource, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { isReserved } from '../accounts/user';

export interface ImportedPerson {
  readonly userId: UserId;
  readonly source: ImportSource;
  /** The person's id in the other service. */
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly isBot: boolean;
}

/** Registers the author of imported messages. No session can be opened for them. */
export const importPerson = ({ userId, source, id, handle, displayName, isBot }: ImportedPerson): Draft =>
  draft(authEvents.userImported, {
    scopeId: '',
    body: { userId, origin: { source, id }, isBot },
    content: { handle, displayName },
    audience: 'everyone',
  });

/** The wanted handle, with a suffix that names its source if it is taken: `ada`, `ada-discord`, `ada-discord-2` … */
export function freeHandle(wanted: string, source: ImportSource, isTaken: (handle: string) => boolean): string {
  for (let count = 0; ; count++) {
    const ending = count === 0 ? '' : count === 1 ? `-${source}` : `-${source}-${count}`;
    const handle = wanted.slice(0, limits.handleLength - ending.length) + ending;
    if (!isReserved(handle) && !isTaken(handle)) return handle;
  }
}
