import {
  accepted,
  diagnosticsCommands as diagnostics,
  type Inspection,
  type InputOf,
  type ReplyTo,
  type ServiceName,
} from '@devchitchat/contracts';
import { Handles } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { LogReader } from './log-reader.nats';
import { mergedPage, type Position } from './merged-page';

@Controller()
export class EventViewerController {
  constructor(private readonly logs: LogReader) {}

  @Handles(diagnostics.diagEvents)
  async events({
    services,
    filter,
    after: before = {},
    limit,
  }: InputOf<typeof diagnostics.diagEvents>): Promise<ReplyTo<typeof diagnostics.diagEvents>> {
    const asked = await Promise.all(
      [...new Set(services)].map(
        async (service) =>
          [service, await this.logs.read(service, { filter, before: before[service], limit })] as const,
      ),
    );
    const answered = new Map<ServiceName, Inspection>();
    const unanswered: ServiceName[] = [];
    for (const [service, seen] of asked) {
      if (seen) answered.set(service, seen);
      else unanswered.push(service);
    }
    const { events, older } = mergedPage(answered, limit);
    return accepted({ events, next: older && { ...older, ...positionOf(unanswered, before) }, unanswered });
  }
}

/** Services that did not answer keep their position for the next page. */
const positionOf = (services: readonly ServiceName[], before: Position): Position =>
  Object.fromEntries(
    services.flatMap((service) => (before[service] === undefined ? [] : [[service, before[service]]])),
  );
