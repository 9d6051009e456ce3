import { Component, computed, inject, input } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { t } from '../platform/language/t';
import { Presence } from '../client/presence/presence';
import { presenceLabels } from '../client/presence/presence-labels';

/** A person's presence, at the corner of their picture. Empty while it is unknown. */
@Component({
  selector: 'dcc-presence-dot',
  template: `
    @if (state(); as state) {
      <span role="img" [attr.data-state]="state" [attr.aria-label]="words()" [title]="words()"></span>
    }
  `,
})
export class PresenceDot {
  readonly userId = input.required<UserId>();
  private readonly presence = inject(Presence);
  protected readonly state = computed(() => this.presence.of(this.userId()));
  protected readonly words = computed(() => {
    const state = this.state();
    return state ? t(presenceLabels[state]) : '';
  });
}
