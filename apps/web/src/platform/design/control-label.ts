import { Directive, input } from '@angular/core';

/** The name of a control that shows an icon: read by assistive technology, and shown as a tooltip. */
@Directive({ selector: '[dccLabel]', host: { '[attr.aria-label]': 'dccLabel()', '[title]': 'dccLabel()' } })
export class ControlLabel {
  readonly dccLabel = input.required<string>();
}
