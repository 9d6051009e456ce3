import { signal, type Provider } from '@angular/core';
import {
  limits,
  usualServerSettings,
  usualSettings,
  type Member,
  type Room,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import * as ids from '@devchitchat/contracts/testing';
import { Directory } from '../people/directory';
import { Session } from '../session/session';

const person = (userId: UserId, displayName: string, more: Partial<User> = {}): User => ({
  userId,
  handle: displayName.toLowerCase(),
  displayName,
  role: 'member',
  isBot: false,
  active: true,
  createdAt: 1_000,
  ...more,
});

export const ada = person(ids.ada, 'Ada', { role: 'admin' });
export const bob = person(ids.bob, 'Bob');
export const cyd = person(ids.cyd, 'Cyd');

export const garden: Room = {
  roomId: ids.lobby,
  kind: 'public',
  name: 'garden',
  topic: '',
  ...usualSettings,
  createdBy: ada.userId,
  createdAt: 1_000,
};

export const memberOf = ({ userId }: User, role: Member['role'] = 'member'): Member => ({
  userId,
  role,
  joinedAt: 1_000,
  historyStart: 1,
  readSeq: 0,
});

/**
 * The session of a page with this signed-in user, or without one.
 *
 * @param more other members of `Session` that the component under test uses
 */
export const signedInAs = (me: User | null, more: Partial<Record<keyof Session, unknown>> = {}): Provider => ({
  provide: Session,
  useValue: {
    me: signal(me).asReadonly(),
    phase: signal(me ? 'signed-in' : 'signed-out').asReadonly(),
    isAdmin: signal(me?.role === 'admin').asReadonly(),
    mayInvite: signal(me?.role === 'admin').asReadonly(),
    settings: signal(usualServerSettings).asReadonly(),
    limits: signal(limits).asReadonly(),
    disabling: signal(null).asReadonly(),
    lost: signal(false).asReadonly(),
    ...more,
  } satisfies Partial<Record<keyof Session, unknown>>,
});

/** The directory of a server with these users. */
export function peopleHere(...users: readonly User[]): Provider {
  const byId = new Map(users.map((user) => [user.userId, user] as const));
  const directory = {
    users: signal(byId).asReadonly(),
    byHandle: signal(new Map(users.map((user) => [user.handle, user] as const))).asReadonly(),
    nameOf: (userId: UserId | undefined) => (userId && byId.get(userId)?.displayName) ?? '…',
    isBot: (userId: UserId) => byId.get(userId)?.isBot ?? false,
    toneOf: () => 0,
    pictureOf: (userId: UserId) => byId.get(userId)?.picture ?? null,
  };
  return { provide: Directory, useValue: directory satisfies Partial<Record<keyof Directory, unknown>> };
}
