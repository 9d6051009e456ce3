import { Component, input } from '@angular/core';
import type { ServiceReport } from '@devchitchat/contracts';
import { size, span } from './units';

@Component({ selector: 'dcc-services-table', templateUrl: './services-table.html' })
export class ServicesTable {
  readonly services = input.required<readonly ServiceReport[]>();
  protected readonly size = size;
  protected readonly span = span;
}
