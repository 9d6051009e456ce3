import { Component, computed, inject, input } from '@angular/core';
import { presenceStates, type GatewayReport, type UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { presenceLabels } from '../../client/presence/presence-labels';
import { size } from '../../platform/language/size';
import { exactTime } from './units';

/** The connected users, and the gateway's refusals. */
@Component({ selector: 'dcc-gateway-tables', imports: [Translate], templateUrl: './gateway-tables.html' })
export class GatewayTables {
  readonly report = input.required<GatewayReport | null>();
  private readonly directory = inject(Directory);
  protected readonly size = size;
  protected readonly exactTime = exactTime;
  /** The number of accounts in each presence state. */
  protected readonly here = computed(() => {
    const people = this.report()?.people ?? { active: 0, idle: 0, hidden: 0 };
    const everybody = [...this.directory.users().values()].filter(({ active }) => active).length;
    const offline = Math.max(0, everybody - people.active - people.idle - people.hidden);
    return presenceStates.map((state) => ({ what: t(presenceLabels[state]), much: { ...people, offline }[state] }));
  });
  protected readonly turnedAway = computed(() => {
    const { refusals = {}, refusedCommands = {}, cuts = {} } = this.report()?.turnedAway ?? {};
    return [
      ...Object.entries(refusals).map(([code, times]) => ({ what: t('refused: {code}', { code }), times })),
      ...Object.entries(refusedCommands).map(([command, times]) => ({
        what: t('command {command}', { command }),
        times,
      })),
      ...Object.entries(cuts).map(([reason, times]) => ({ what: t('disconnected: {reason}', { reason }), times })),
    ];
  });

  protected nameOf(userId: UserId): string {
    return this.directory.nameOf(userId);
  }
}
