import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { limits, type HistoryChoice, type InviteId, type UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { agoInWords } from '../../platform/time/times';
import { Directory } from '../../client/people/directory';
import { LinkToSend } from '../../parts/link-to-send';
import { Field } from '../../platform/design/field';
import { Select } from '../../platform/design/select';
import { linkState, timeLeft, type Link } from '../../client/links/link-state';

/** The requested properties of a link. */
export interface LinkWish {
  readonly expiresInSeconds: number;
  readonly maxUses: number;
  readonly note: string;
  readonly history: HistoryChoice;
  /** The link of a room also creates accounts. */
  readonly accounts: boolean;
}

/** A link as the list shows it. */
export interface ListedLink extends Link {
  readonly inviteId: InviteId;
  readonly createdBy: UserId | null;
  readonly createdAt: number;
  readonly note?: string | null;
  readonly history?: HistoryChoice;
}

/** The people whom a link is for, with the terms that suit them. A group's link comes first. */
const audiences = {
  'A group': { lifetime: 7 * 86_400, uses: '25' },
  'One person': { lifetime: 86_400, uses: '1' },
} as const;

/** Creates a link, shows it, and lists earlier ones. */
@Component({
  selector: 'dcc-invite-links',
  imports: [Field, LinkToSend, Select, Translate],
  templateUrl: './invite-links.html',
})
export class InviteLinks {
  private readonly directory = inject(Directory);
  readonly links = input.required<readonly ListedLink[] | null>();
  /** The link just created: its token is shown only once. */
  readonly made = input.required<string | null>();
  readonly problem = input.required<string>();
  /** A link is being created: another would replace it before the user copied it. */
  readonly busy = input.required<boolean>();
  readonly hasNote = input(false);
  /** The creator chooses how much of the room's history the link shows. */
  readonly hasHistory = input(false);
  /** The creator chooses whether the link of a room also creates accounts. */
  readonly offersAccounts = input(false);
  /** Older links exist. */
  readonly hasMore = input(false);
  readonly create = output<LinkWish>();
  readonly revoke = output<InviteId>();
  readonly more = output();

  protected readonly lifetimes = [
    { value: 3_600, text: t('1 hour') },
    { value: 86_400, text: t('1 day') },
    { value: 7 * 86_400, text: t('7 days') },
    { value: 30 * 86_400, text: t('30 days') },
  ];
  protected readonly histories = [
    { value: 'whole', text: t('All of it') },
    { value: 'from_now', text: t('Only messages after joining') },
  ] as const;
  protected readonly noteLength = limits.noteLength;
  protected readonly audienceNames = ['A group', 'One person'] as const;
  protected readonly audience = signal<keyof typeof audiences>('A group');
  protected readonly lifetime = linkedSignal<number>(() => audiences[this.audience()].lifetime);
  protected readonly uses = linkedSignal<string>(() => audiences[this.audience()].uses);
  protected readonly note = signal('');
  protected readonly history = signal<HistoryChoice>('whole');
  protected readonly accounts = signal(true);
  protected readonly usesProblem = computed(() => {
    const uses = Number(this.uses());
    return Number.isInteger(uses) && uses >= 1 && uses <= 100 ? '' : t('From 1 to 100.');
  });
  protected readonly listed = computed(() =>
    this.links()?.map((link) => {
      const state = linkState(link, serverNow());
      const ends = state === 'open' ? t('expires {when}', { when: timeLeft(link.expiresAt, serverNow()) }) : t(state);
      return {
        ...link,
        state,
        audience: link.maxUses === 1 ? t('For one person') : t('For up to {count} people', { count: link.maxUses }),
        summary: [
          this.origin(link),
          t('{uses} of {most} used', { uses: link.uses, most: link.maxUses }),
          ...(link.history === 'from_now' ? [t('without history')] : []),
          ends,
        ].join(' · '),
      };
    }),
  );

  protected readonly madeNote = computed(() => {
    const count = this.listed()?.[0]?.maxUses ?? 1;
    return t('It’s shown only now. {count} people can join with it.', { count });
  });

  /** The first link was made by the server. */
  private origin({ createdBy, createdAt }: ListedLink): string {
    const when = agoInWords(createdAt, serverNow());
    if (createdBy === null) return t('made {when}', { when });
    return t('made by {name} {when}', { name: this.directory.nameOf(createdBy), when });
  }

  protected submit(): void {
    if (this.busy() || this.usesProblem()) return;
    const [expiresInSeconds, maxUses, note] = [this.lifetime(), Number(this.uses()), this.note().trim()];
    this.create.emit({
      expiresInSeconds,
      maxUses,
      note,
      history: this.history(),
      accounts: this.offersAccounts() && this.accounts(),
    });
  }
}
