import { Component, signal } from '@angular/core';
import { Translate } from '../../platform/language/translate';

/** Offers the downloaded version. A user who is busy chooses "Later" and gets it on the next start. */
@Component({
  selector: 'dcc-new-version-notice',
  imports: [Translate],
  template: `
    @if (!isPutOff()) {
      <p class="notice" role="status" [attr.aria-label]="'New version' | t">
        <span>{{ 'A new version is ready.' | t }}</span>
        <button type="button" class="text-button" (click)="reload()">{{ 'Reload' | t }}</button>
        <button type="button" class="text-button" (click)="isPutOff.set(true)">{{ 'Later' | t }}</button>
      </p>
    }
  `,
})
export class NewVersionNotice {
  protected readonly isPutOff = signal(false);

  protected reload(): void {
    location.reload();
  }
}
