import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { loadStyleSheet } from '../../platform/design/style-sheet';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { CallsTable } from './calls-table';
import { GatewayTables } from './gateway-tables';
import { EventViewer } from './event-viewer';
import { Glance } from './glance';
import { HealthPoll } from './health-poll';
import { HistoryCharts } from './history-charts';
import { ProblemsList } from './problems-list';
import { RoomsTable } from './rooms-table';
import { processesOf } from './server-processes';
import { ServicesTable } from './services-table';
import { Verdict } from './verdict';

/** Live diagnostics of the server, for its admins. */
@Component({
  selector: 'dcc-diagnostics-page',
  imports: [
    CallsTable,
    GatewayTables,
    EventViewer,
    Glance,
    HistoryCharts,
    Icon,
    ProblemsList,
    RoomsTable,
    RouterLink,
    ServicesTable,
    Translate,
    Verdict,
  ],
  providers: [HealthPoll],
  templateUrl: './diagnostics-page.html',
})
export class DiagnosticsPage {
  protected readonly poll = inject(HealthPoll);
  protected readonly processes = computed(() => processesOf(this.poll.snapshot()?.services ?? []));
}

/** The page, once its style sheet applies. */
export async function styledPage(): Promise<typeof DiagnosticsPage> {
  await loadStyleSheet('diagnostics');
  return DiagnosticsPage;
}
