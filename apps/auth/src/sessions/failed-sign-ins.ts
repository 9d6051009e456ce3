import { authEvents, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Milliseconds in which the failures of one account are told together, after the first. */
export const togetherFor = 10 * 60_000;

/**
 * Failed sign-ins, gathered, so that whoever guesses cannot fill the disk: an account's first failure is told at once, and
 * what follows as a number every ten minutes.
 */
export class FailedSignIns {
  private readonly counts = new Map<UserId | null, number>();

  /** One more failure. `null` is for all handles that nobody has: a handle that was typed may be a password. */
  add(userId: UserId | null): 'tell now' | 'later' {
    const count = this.counts.get(userId);
    this.counts.set(userId, (count ?? 0) + 1);
    return count === undefined ? 'tell now' : 'later';
  }

  /** How many there were since the last time. None: the account is forgotten, and its next one is a first one again. */
  take(userId: UserId | null): number {
    const count = this.counts.get(userId) ?? 0;
    if (count === 0) this.counts.delete(userId);
    else this.counts.set(userId, 0);
    return count;
  }

  /** They could not be told. */
  putBack(userId: UserId | null, count: number): void {
    this.counts.set(userId, (this.counts.get(userId) ?? 0) + count);
  }
}

export const signInFailed = (userId: UserId | null, count: number): Draft =>
  draft(authEvents.signInFailed, { scopeId: '', body: { userId, count }, content: null, audience: [] });
