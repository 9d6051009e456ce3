import { Injectable, signal } from '@angular/core';
import { mayMention, type MentionTest } from './quick-mention-test';

/**
 * Tells whether texts mention a person. The grammar of texts is not in the first bundle; until it is loaded, and if it
 * cannot be, a name that may be a mention counts as one, so that none is missed.
 */
@Injectable({ providedIn: 'root' })
export class MentionTester {
  private readonly current = signal<MentionTest>(mayMention);
  readonly test = this.current.asReadonly();

  constructor() {
    import('./exact-mention-test').then(
      ({ mentionsPerson }) => this.current.set(mentionsPerson),
      () => undefined,
    );
  }
}
