import { Component, computed, input, output, signal } from '@angular/core';
import { limits, type HistoryChoice, type InviteId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { CopyLink } from '../../platform/design/copy-link';
import { Field } from '../../platform/design/field';
import { linkState, timeLeft, type Link } from '../../client/links/link-state';

/** A link as somebody wants it. */
export interface LinkWish {
  readonly expiresInSeconds: number;
  readonly maxUses: number;
  readonly note: string;
  readonly history: HistoryChoice;
}

interface ListedLink extends Link {
  readonly inviteId: InviteId;
  readonly note?: string | null;
  readonly history?: HistoryChoice;
}

/** Makes a link, hands it out, and shows those that were made before. */
@Component({
  selector: 'dcc-invite-links',
  imports: [CopyLink, Field, Translate],
  templateUrl: './invite-links.html',
})
export class InviteLinks {
  readonly links = input.required<readonly ListedLink[] | null>();
  /** The link just made: its token is shown once and never again. */
  readonly made = input.required<string | null>();
  readonly problem = input.required<string>();
  /** A link is being made: another would take its place before anybody has it. */
  readonly busy = input.required<boolean>();
  readonly hasNote = input(false);
  /** The one who makes it chooses how much of the room's history it shows. */
  readonly hasHistory = input(false);
  /** There are older links than those. */
  readonly hasMore = input(false);
  readonly create = output<LinkWish>();
  readonly revoke = output<InviteId>();
  readonly more = output();

  protected readonly lifetimes = [
    { seconds: 3_600, label: '1 hour' },
    { seconds: 86_400, label: '1 day' },
    { seconds: 7 * 86_400, label: '7 days' },
    { seconds: 30 * 86_400, label: '30 days' },
  ];
  protected readonly noteLength = limits.noteLength;
  protected readonly lifetime = signal(86_400);
  protected readonly uses = signal('1');
  protected readonly note = signal('');
  protected readonly history = signal<HistoryChoice>('whole');
  protected readonly usesProblem = computed(() => {
    const uses = Number(this.uses());
    return Number.isInteger(uses) && uses >= 1 && uses <= 100 ? '' : t('From 1 to 100.');
  });
  protected readonly listed = computed(() =>
    this.links()?.map((link) => {
      const state = linkState(link, serverNow());
      const ends = state === 'open' ? t('ends {when}', { when: timeLeft(link.expiresAt, serverNow()) }) : t(state);
      return {
        ...link,
        state,
        summary: [
          t('{uses} of {most} used', { uses: link.uses, most: link.maxUses }),
          ...(link.history === 'from_now' ? [t('without history')] : []),
          ends,
        ].join(' · '),
      };
    }),
  );

  protected submit(): void {
    if (this.busy() || this.usesProblem()) return;
    const [expiresInSeconds, maxUses, note] = [this.lifetime(), Number(this.uses()), this.note().trim()];
    this.create.emit({ expiresInSeconds, maxUses, note, history: this.history() });
  }
}
