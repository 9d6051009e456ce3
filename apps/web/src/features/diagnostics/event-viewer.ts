import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import {
  type diagnosticsCommands as diagnostics,
  scopeKinds,
  serviceNames,
  type LoggedEvent,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { byName } from '../../platform/language/plain';
import { listOf, t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Field } from '../../platform/design/field';
import { Select } from '../../platform/design/select';
import { emptyForm, queryOf, type EventForm } from './event-query';
import { exactTime } from './units';

type Page = ValueOf<typeof diagnostics.diagEvents>;

const itself = (name: string) => ({ value: name, text: name });

/** Shows the events of every service's log, without the texts of messages. */
@Component({ selector: 'dcc-event-viewer', imports: [Field, Select, Translate], templateUrl: './event-viewer.html' })
export class EventViewer {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly services = [{ value: '', text: t('every service') }, ...serviceNames.map(itself)];
  protected readonly scopes = [{ value: '', text: t('any') }, ...scopeKinds.map(itself)];
  protected readonly exactTime = exactTime;

  protected readonly form = signal(emptyForm);
  /** The query of the shown events; "more" repeats it. */
  private asked = queryOf(emptyForm);
  private questions = 0;
  protected readonly events = signal<readonly LoggedEvent[]>([]);
  protected readonly older = signal<Page['next']>(null);
  protected readonly problem = signal('');
  protected readonly loading = signal(false);
  protected readonly people = computed(() => [
    { value: '', text: t('anyone') },
    ...[...this.directory.users().values()]
      .sort((a, b) => byName(a.displayName, b.displayName))
      .map(({ userId, displayName }) => ({ value: userId, text: displayName })),
  ]);

  constructor() {
    effect(() => {
      if (this.connection.state() === 'online' && untracked(this.events).length === 0) void this.begin();
    });
  }

  /** Shows all events of one trace, in every service. */
  follow(trace: string): void {
    this.form.set({ ...emptyForm, trace });
    void this.begin();
  }

  protected set(field: keyof EventForm, value: string): void {
    this.form.update((form) => ({ ...form, [field]: value }));
  }

  protected search(event: Event): void {
    event.preventDefault();
    void this.begin();
  }

  protected clear(): void {
    this.form.set(emptyForm);
    void this.begin();
  }

  protected nameOf(userId: UserId): string {
    return this.directory.nameOf(userId);
  }

  protected bodyOf({ body }: LoggedEvent): string {
    return JSON.stringify(body);
  }

  protected async goOn(): Promise<void> {
    if (this.loading()) return;
    const page = await this.ask(this.older());
    if (page) this.events.update((events) => [...events, ...page.events]);
  }

  private async begin(): Promise<void> {
    this.asked = queryOf(untracked(this.form));
    const page = await this.ask(null);
    if (page) this.events.set(page.events);
  }

  /** `undefined` when it was refused, or when a later request replaced it. */
  private async ask(after: Page['next']): Promise<Page | undefined> {
    const question = (this.questions += 1);
    this.loading.set(true);
    const reply = await this.connection.ask('diag.events', { ...this.asked, ...(after && { after }) });
    if (question !== this.questions) return undefined;
    this.loading.set(false);
    if (!reply.ok) {
      this.problem.set(reply.error.message);
      return undefined;
    }
    const { unanswered, next } = reply.value;
    this.problem.set(
      unanswered.length === 0
        ? ''
        : t('Missing, because these services didn’t answer: {services}.', { services: listOf(unanswered) }),
    );
    this.older.set(next);
    return reply.value;
  }
}
