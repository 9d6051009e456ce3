import { Component, inject, input } from '@angular/core';
import { FoldedSections, type SectionName } from '../../client/rooms/folded-sections';
import { Icon } from '../../platform/design/icon';

/** The heading of a section of the sidebar, which folds it. */
@Component({
  selector: 'dcc-section-heading',
  imports: [Icon],
  template: `
    <h2>
      <button
        type="button"
        [attr.aria-expanded]="!folded.has(section())"
        [attr.aria-controls]="'sidebar-' + section()"
        (click)="folded.toggle(section())"
      >
        {{ words() }}<dcc-icon name="fold" />
      </button>
    </h2>
  `,
})
export class SectionHeading {
  readonly section = input.required<SectionName>();
  readonly words = input.required<string>();
  protected readonly folded = inject(FoldedSections);
}
