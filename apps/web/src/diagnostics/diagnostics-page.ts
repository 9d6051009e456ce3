import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon';
import { DoorTables } from './door-tables';
import { EventViewer } from './event-viewer';
import { HealthPoll } from './health-poll';
import { HistoryCharts } from './history-charts';
import { ProblemsList } from './problems-list';
import { RoomsTable } from './rooms-table';
import { ServicesTable } from './services-table';
import { Verdict } from './verdict';

/** How the server does, for its admins, live. */
@Component({
  selector: 'dcc-diagnostics-page',
  imports: [DoorTables, EventViewer, HistoryCharts, Icon, ProblemsList, RoomsTable, RouterLink, ServicesTable, Verdict],
  providers: [HealthPoll],
  templateUrl: './diagnostics-page.html',
})
export class DiagnosticsPage {
  protected readonly poll = inject(HealthPoll);
}
