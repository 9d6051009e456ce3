import { computed, inject, type Signal } from '@angular/core';
import { utf8Length, type Member, type Room } from '@devchitchat/contracts';
import { mentionsIn } from '@devchitchat/message-text';
import { belongsToAdmins } from '../../client/rooms/member-rights';
import { Session } from '../../client/session/session';
import { t } from '../../platform/language/t';

/** Above this share of the limit, the note shows how many bytes are left. */
const showLimitFrom = 0.8;

interface Typed {
  readonly text: Signal<string>;
  readonly governed: Signal<{ readonly room: Room; readonly members: readonly Member[] }>;
  readonly mayMentionEveryone: Signal<boolean>;
}

/**
 * The note below the composer: the remaining size of the text, and a warning that its `@everyone` notifies no one.
 * Created by the composer, in its injection context.
 */
export class MessageNote {
  private readonly limits = inject(Session).limits;
  private readonly bytesLeft = computed(
    () => this.limits().messageBytes - utf8Length(this.typed.text().toWellFormed()),
  );
  /** The text contains `@everyone`, which is reserved for owners and moderators here. */
  private readonly mentionsInVain = computed(
    () =>
      this.typed.governed().room.kind !== 'direct' &&
      !this.typed.mayMentionEveryone() &&
      mentionsIn(this.typed.text()).everyone,
  );

  readonly isTooLong = computed(() => this.bytesLeft() < 0);
  readonly words = computed(() => {
    const left = this.bytesLeft();
    if (left < 0) return t('Too long by {count} bytes. Shorten it, or send it in two parts.', { count: -left });
    if (left < this.limits().messageBytes * (1 - showLimitFrom)) return t('{count} bytes left', { count: left });
    if (!this.mentionsInVain()) return '';
    return belongsToAdmins(this.typed.governed())
      ? t('Only admins and moderators can notify everyone here. Your @everyone won’t.')
      : t('Only the owner and moderators can notify everyone here. Your @everyone won’t.');
  });

  constructor(private readonly typed: Typed) {}
}
