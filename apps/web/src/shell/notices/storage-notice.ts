import { Component, computed, inject, signal } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { keepsLocally } from '../../platform/browser/local-store';
import { Icon } from '../../platform/design/icon';
import { browserCache } from '../../client/cache/browser-cache';

/** Warns, above the composer, that this browser will not keep unsent texts. */
@Component({
  selector: 'dcc-storage-notice',
  imports: [Icon, Translate],
  template: `
    @if (isShown()) {
      <p class="notice" role="status" [attr.aria-label]="'Storage' | t">
        <dcc-icon name="warning" />
        <span>
          {{
            'This browser can’t store anything for this page. Unsent messages and drafts are lost when you close it.'
              | t
          }}
        </span>
        <button type="button" class="icon-button" [attr.aria-label]="'Dismiss' | t" (click)="isDismissed.set(true)">
          <dcc-icon name="close" />
        </button>
      </p>
    }
  `,
})
export class StorageNotice {
  private readonly cache = inject(browserCache);
  protected readonly isDismissed = signal(false);
  protected readonly isShown = computed(() => !(this.cache.keeps() && keepsLocally()) && !this.isDismissed());
}
