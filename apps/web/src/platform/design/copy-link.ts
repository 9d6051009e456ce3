import { Component, input, signal } from '@angular/core';
import { t } from '../language/t';
import { Translate } from '../language/translate';
import { Icon } from './icon';
import { copy } from './clipboard';

const thanksMs = 2_000;

/** A link and the button that copies it. */
@Component({
  selector: 'dcc-copy-link',
  imports: [Icon, Translate],
  template: `
    <input #link readonly [value]="href()" [attr.aria-label]="label()" (focus)="link.select()" />
    <button type="button" class="primary" (click)="copyLink()">
      <dcc-icon [name]="copied() ? 'check' : 'copy'" />{{
        (copied() ? 'Copied' : failed() ? 'Select it and copy' : 'Copy link') | t
      }}
    </button>
  `,
})
export class CopyLink {
  readonly href = input.required<string>();
  readonly label = input(t('Link'));
  protected readonly copied = signal(false);
  /** The browser does not allow this page to use the clipboard. */
  protected readonly failed = signal(false);

  protected async copyLink(): Promise<void> {
    this.copied.set(await copy(this.href()));
    this.failed.set(!this.copied());
    setTimeout(() => {
      this.copied.set(false);
      this.failed.set(false);
    }, thanksMs);
  }
}
