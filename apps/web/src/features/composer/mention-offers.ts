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
 * Offers people to mention while an `@` is being typed, and lets the keys choose among them. Created by the composer, in its
 * injection context.
 */
export class MentionOffers {
  private readonly directory = inject(Directory);
  private readonly begun = signal<BegunMention | null>(null);
  private readonly mentionable = computed<readonly Mentionable[]>(() => {
    const users = this.members().flatMap(({ userId }) => this.directory.users().get(userId) ?? []);
    const people = users.map(({ handle, displayName: name }) => ({ handle, name }));
    return this.mayMentionEveryone() ? [...people, { handle: 'everyone', name: t('Everybody in this room') }] : people;
  });

  readonly offered = computed(() => {
    const begun = this.begun();
    return begun ? offered(begun.prefix, this.mentionable()) : [];
  });
  /** The index of the offered person whom Enter takes. */
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

  /** The text with the mention written out, and its caret. `null` where no mention is being typed. */
  complete(text: string, person: Mentionable): { readonly text: string; readonly caret: number } | null {
    const begun = this.begun();
    return begun && completed(text, begun, person);
  }

  /**
   * Handles a key while people are offered.
   *
   * @param accept called with the person whom the key takes
   * @returns whether it was one of these keys
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
