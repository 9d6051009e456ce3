import { authEvents, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Milliseconds for which further failures of one account are collected after the first. */
export const togetherFor = 10 * 60_000;

/**
 * Collects failed sign-ins, so that guessing cannot fill the disk: reports an account's first failure at once, and
 * later ones as a count every ten minutes.
 */
export class FailedSignIns {
  private readonly counts = new Map<UserId | null, number>();

  /** Counts a failure. `null` stands for all unknown handles, because a typed handle may be a password. */
  add(userId: UserId | null): 'tell now' | 'later' {
    const count = this.counts.get(userId);
    this.counts.set(userId, (count ?? 0) + 1);
    return count === undefined ? 'tell now' : 'later';
  }

  /** The failures since the last call. On zero the account is forgotten, and its next failure counts as a first one. */
  take(userId: UserId | null): number {
    const count = this.counts.get(userId) ?? 0;
    if (count === 0) this.counts.delete(userId);
    else this.counts.set(userId, 0);
    return count;
  }

  /** Adds back failures that could not be stored. */
  putBack(userId: UserId | null, count: number): void {
    this.counts.set(userId, (this.counts.get(userId) ?? 0) + count);
  }
}

export const signInFailed = (userId: UserId | null, count: number): Draft =>
  draft(authEvents.signInFailed, { scopeId: '', body: { userId, count }, content: null, audience: [] });
