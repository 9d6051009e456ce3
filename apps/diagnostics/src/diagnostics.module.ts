import { Module } from '@nestjs/common';
import { EventViewerController } from './event-viewer/event-viewer.controller';
import { LogReader } from './event-viewer/log-reader.nats';
import { Heartbeats } from './heartbeats/heartbeats.nats';
import { HistoryController } from './history/history.controller';
import { HistoryKeeper } from './history/history.keeper';
import { HistoryRepository } from './history/history.repository';
import { SnapshotController } from './snapshot/snapshot.controller';

@Module({
  controllers: [SnapshotController, HistoryController, EventViewerController],
  providers: [Heartbeats, HistoryRepository, HistoryKeeper, LogReader],
})
export class DiagnosticsModule {}
