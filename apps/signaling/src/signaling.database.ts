import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { CallHistoryProjection } from './calls/call-history.projection';
import { Seats1764230000000 } from './calls/seats.migration';
import { RoomKinds1764230000002 } from './rooms/room-kinds.migration';
import { Signaling1763600300000 } from './signaling.migration';

export const migrations = [Signaling1763600300000, Seats1764230000000, RoomKinds1764230000002];

export const projections = (sqlite: Sqlite): readonly Projection[] => [new CallHistoryProjection(sqlite)];
