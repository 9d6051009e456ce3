import { Component, computed, inject, input, signal } from '@angular/core';
import type { PictureSize, UserId } from '@devchitchat/contracts';
import { Directory } from '../client/people/directory';
import { initials } from '../platform/design/initials';

/**
 * A user's picture, or else their initials on the user's colour. The style sheet shows these, so that they are no part of
 * the visible label of a link or button with a picture.
 */
@Component({
  selector: 'dcc-avatar',
  host: { 'aria-hidden': 'true', '[attr.data-tone]': 'tone()', '[attr.data-text]': 'picture() ? null : initials()' },
  template: `@if (picture(); as address) {
    <img [src]="address" alt="" loading="lazy" draggable="false" (error)="failed.set(address)" />
  }`,
})
export class Avatar {
  readonly userId = input.required<UserId>();
  readonly size = input<PictureSize>(128);
  private readonly directory = inject(Directory);
  protected readonly tone = computed(() => this.directory.toneOf(this.userId()));
  protected readonly initials = computed(() => initials(this.directory.nameOf(this.userId())));
  /** The address that could not be loaded. */
  protected readonly failed = signal('');
  protected readonly picture = computed(() => {
    const address = this.directory.pictureOf(this.userId(), this.size());
    return address === this.failed() ? null : address;
  });
}
