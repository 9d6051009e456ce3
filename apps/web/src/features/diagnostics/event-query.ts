import { serviceNames, type diagnosticsCommands, type DraftOf, type ScopeKind } from '@devchitchat/contracts';

/** The content of the form; an empty field means "any". */
export interface EventForm {
  readonly service: string;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly type: string;
  readonly actorUserId: string;
  readonly trace: string;
  /** In the format of a `datetime-local` field, in the local time zone. */
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

/** The query of a form. The server validates its values. */
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
