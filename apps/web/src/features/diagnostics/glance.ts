import { Component, computed, input } from '@angular/core';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { processesOf } from './server-processes';
import { size } from '../../platform/language/size';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The most important numbers. */
@Component({
  selector: 'dcc-glance',
  template: `
    <dl class="glance">
      @for (figure of figures(); track figure.what) {
        <div>
          <dt>{{ figure.what }}</dt>
          <dd>{{ figure.much }}</dd>
        </div>
      }
    </dl>
  `,
})
export class Glance {
  readonly snapshot = input.required<ValueOf<typeof diagnosticsCommands.diagSnapshot>>();
  protected readonly figures = computed(() => {
    const { services, gateway, rooms } = this.snapshot();
    return [
      { what: t('People connected'), much: new Set(gateway?.sockets.map(({ userId }) => userId)).size },
      { what: t('Connections'), much: gateway?.socketCount ?? 0 },
      { what: t('Rooms'), much: rooms?.roomCount ?? 0 },
      { what: t('Memory'), much: size(sum(processesOf(services).map(({ memoryBytes }) => memoryBytes))) },
      { what: t('Databases'), much: size(sum(services.map(({ heard }) => heard?.databaseBytes ?? 0))) },
    ];
  });
}
