import { Component, computed, inject, input } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { Directory } from '../client/people/directory';
import { initials } from '../platform/design/initials';

/**
 * The small picture of a user: initials on the user's colour. The style sheet shows them, so that they are no part of the
 * visible label of a link or button with a picture.
 */
@Component({
  selector: 'dcc-avatar',
  host: { 'aria-hidden': 'true', '[attr.data-tone]': 'tone()', '[attr.data-text]': 'initials()' },
  template: '',
})
export class Avatar {
  readonly userId = input.required<UserId>();
  private readonly directory = inject(Directory);
  protected readonly tone = computed(() => this.directory.toneOf(this.userId()));
  protected readonly initials = computed(() => initials(this.directory.nameOf(this.userId())));
}
