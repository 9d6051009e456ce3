import { Component, computed, inject, input, output } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import type { OutboxEntry } from '../composer/outbox-policy';
import { Directory } from '../people/directory';
import { Avatar } from '../ui/avatar';
import { MessageText } from './message-text';
import { clockTime, momentOf, narrowClockTime } from './times';

/** One message. */
@Component({
  selector: 'article[dccMessage]',
  imports: [Avatar, MessageText],
  host: {
    '[class.first]': 'opensGroup()',
    '[class.pending]': "entry()?.state === 'pending'",
    '[class.failed]': "entry()?.state === 'failed'",
    '[attr.aria-label]': 'label()',
  },
  templateUrl: './message-article.html',
})
export class MessageArticle {
  readonly userId = input.required<UserId>();
  readonly ts = input.required<number>();
  readonly text = input.required<string | null>();
  readonly opensGroup = input.required<boolean>();
  readonly entry = input.required<OutboxEntry | null>();
  readonly retry = output<OutboxEntry>();
  readonly discard = output<OutboxEntry>();

  private readonly directory = inject(Directory);
  protected readonly author = computed(() => this.directory.nameOf(this.userId()));
  protected readonly tone = computed(() => this.directory.toneOf(this.userId()));
  protected readonly clock = computed(() => clockTime(this.ts()));
  protected readonly narrowClock = computed(() => narrowClockTime(this.ts()));
  protected readonly moment = computed(() => momentOf(this.ts()));
  protected readonly iso = computed(() => new Date(this.ts()).toISOString());
  protected readonly label = computed(() => `${this.author()}, ${this.clock()}`);
}
