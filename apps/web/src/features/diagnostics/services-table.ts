import { Component, computed, input } from '@angular/core';
import type { ServiceReport } from '@devchitchat/contracts';
import { listOf } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { processesOf } from './server-processes';
import { shownState, stateLabels } from './shown-state';
import { size } from '../../platform/language/size';
import { span } from './units';

@Component({ selector: 'dcc-services-table', imports: [Translate], templateUrl: './services-table.html' })
export class ServicesTable {
  readonly services = input.required<readonly ServiceReport[]>();
  protected readonly shared = computed(() =>
    processesOf(this.services()).filter(({ services }) => services.length > 1),
  );
  protected readonly listOf = listOf;
  protected readonly shownState = shownState;
  protected readonly stateLabels = stateLabels;
  protected readonly size = size;
  protected readonly span = span;
}
