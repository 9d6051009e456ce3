import { serviceNames, type diagnosticsCommands, type DraftOf, type ScopeKind } from '@devchitchat/contracts';

/** What stands in the form; empty is "any". */
export interface EventForm {
  readonly service: string;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly type: string;
  readonly actorUserId: string;
  readonly trace: string;
  /** As a `datetime-local` field has it, in the local time zone. */
  readonly since: string;
  readonly until: string;
}

export const emptyForm: EventForm = {
  service: '',
  scopeKind: '',
  scopeId: '',
  type: '',
  actorUserId: '',
  trace: '',
  since: '',
  until: '',
};

type Query = DraftOf<typeof diagnosticsCommands.diagEvents>;

/** The question that a form asks. What stands in it unread is judged by the server. */
export function queryOf(form: EventForm): Query {
  const service = serviceNames.find((name) => name === form.service);
  const filter: NonNullable<Query['filter']> = {
    ...(form.scopeKind && { scopeKind: form.scopeKind as ScopeKind }),
    ...(form.scopeId.trim() && { scopeId: form.scopeId.trim() }),
    ...(form.type.trim() && { type: form.type.trim() }),
    ...(form.actorUserId && { actorUserId: form.actorUserId }),
    ...(form.trace.trim() && { trace: form.trace.trim() }),
    ...(form.since && { since: new Date(form.since).getTime() }),
    ...(form.until && { until: new Date(form.until).getTime() }),
  };
  return { filter, ...(service && { services: [service] }) };
}
