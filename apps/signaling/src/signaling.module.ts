import { Module } from '@nestjs/common';
import { Liveness } from './calls/liveness';
import { LivenessController } from './calls/liveness.controller';
import { CallAudience } from './calls/call-audience.service';
import { CallHistory } from './calls/call-history.repository';
import { CallsController } from './calls/calls.controller';
import { JoiningController } from './calls/joining.controller';
import { CallsRegistry } from './calls/calls.registry';
import { CallsReporter } from './calls/calls.reporter';
import { LivenessCheck } from './liveness/liveness-check.timer';
import { CallsRestore } from './calls/calls.restore';
import { PeerSessionsRepository } from './calls/peer-sessions.repository';
import { SpeakersService } from './calls/speakers.service';
import { RevokedSessions } from './calls/revoked-sessions';
import { SessionsFollower } from './sessions/sessions.follower';
import { IceServersService } from './turn/ice-servers.service';
import { RoomKindsFollower } from './rooms/room-kinds.follower';
import { RoomKinds } from './rooms/room-kinds.repository';
import { RoomsFollower } from './calls/rooms.follower';
import { RoomsRepository } from './rooms/rooms.repository';
import { SignalBudget } from './signals/signal-budget';
import { SignalsController } from './signals/signals.controller';
import { StunResponder } from './stun/stun-responder.udp';
import { IceServersController } from './calls/ice-servers.controller';

@Module({
  controllers: [CallsController, JoiningController, LivenessController, SignalsController, IceServersController],
  providers: [
    Liveness,
    CallAudience,
    CallHistory,
    CallsRegistry,
    CallsReporter,
    SignalBudget,
    LivenessCheck,
    RoomKinds,
    RoomKindsFollower,
    RoomsFollower,
    RoomsRepository,
    CallsRestore,
    IceServersService,
    RevokedSessions,
    PeerSessionsRepository,
    SessionsFollower,
    SpeakersService,
    StunResponder,
  ],
})
export class SignalingModule {}
