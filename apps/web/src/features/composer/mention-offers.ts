import { computed, inject, linkedSignal, signal, type Signal } from '@angular/core';
import type { Member } from '@devchitchat/contracts';
import { Directory } from '../../client/people/directory';
import {
  begunMention,
  completed,
  offered,
  type BegunMention,
  type Mentionable,
} from '../../client/people/mention-completion';
import { t } from '../../platform/language/t';

/**
 * Suggests people while the user types an `@`, and lets the keys choose among them. Created by the composer, in its
 * injection context.
 */
export class MentionOffers {
  private readonly directory = inject(Directory);
  private readonly begun = signal<BegunMention | null>(null);
  private readonly mentionable = computed<readonly Mentionable[]>(() => {
    const users = this.members().flatMap(({ userId }) => this.directory.users().get(userId) ?? []);
    const people = users.map(({ handle, displayName: name }) => ({ handle, name }));
    return this.mayMentionEveryone() ? [...people, { handle: 'everyone', name: t('Everyone in this room') }] : people;
  });

  readonly offered = computed(() => {
    const begun = this.begun();
    return begun ? offered(begun.prefix, this.mentionable()) : [];
  });
  /** The index of the suggested person that Enter accepts. */
  readonly choice = linkedSignal({ source: this.begun, computation: () => 0 });

  constructor(
    private readonly members: Signal<readonly Member[]>,
    private readonly mayMentionEveryone: Signal<boolean>,
  ) {}

  look(text: string, caret: number): void {
    this.begun.set(begunMention(text, caret));
  }

  stop(): void {
    this.begun.set(null);
  }

  /** The text with the completed mention, and its caret. `null` while no mention is being typed. */
  complete(text: string, person: Mentionable): { readonly text: string; readonly caret: number } | null {
    const begun = this.begun();
    return begun && completed(text, begun, person);
  }

  /**
   * Handles a key while suggestions are shown.
   *
   * @param accept called with the person that the key accepts
   * @returns whether the key was handled
   */
  press(key: string, accept: (person: Mentionable) => void): boolean {
    const people = this.offered();
    const chosen = people[this.choice()];
    if (people.length === 0) return false;
    if (key === 'Escape') this.stop();
    else if ((key === 'Enter' || key === 'Tab') && chosen) accept(chosen);
    else if (key === 'ArrowDown') this.choice.update((at) => (at + 1) % people.length);
    else if (key === 'ArrowUp') this.choice.update((at) => (at + people.length - 1) % people.length);
    else return false;
    return true;
  }
}
