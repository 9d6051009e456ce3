import { authEvents, limits, type ImportSource, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { isReserved } from '../accounts/user';

export interface ImportedPerson {
  readonly userId: UserId;
  readonly source: ImportSource;
  /** What the other service calls them. */
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly isBot: boolean;
}

/** Somebody known by what they said elsewhere. They cannot sign in: nothing opens a session for them. */
export const importPerson = ({ userId, source, id, handle, displayName, isBot }: ImportedPerson): Draft =>
  draft(authEvents.userImported, {
    scopeId: '',
    body: { userId, origin: { source, id }, isBot },
    content: { handle, displayName },
    audience: 'everyone',
  });

/** The wanted handle, or with an ending that says where it is from: `ada`, `ada-discord`, `ada-discord-2` … */
export function freeHandle(wanted: string, source: ImportSource, isTaken: (handle: string) => boolean): string {
  for (let count = 0; ; count++) {
    const ending = count === 0 ? '' : count === 1 ? `-${source}` : `-${source}-${count}`;
    const handle = wanted.slice(0, limits.handleLength - ending.length) + ending;
    if (!isReserved(handle) && !isTaken(handle)) return handle;
  }
}
