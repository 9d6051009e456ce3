import { Module } from '@nestjs/common';
import { IntakeModule } from '../files/intake/intake.module';
import { LimitsModule } from '../limits/limits.module';
import { RelayModule } from '../relay/relay.module';
import { SessionModule } from '../session/session.module';
import { KnownPictures } from './known-pictures.nats';
import { PicturesController } from './pictures.controller';
import { ReceivedPictures } from './received-pictures.service';

/** The pictures of people: takes them from their pages, and serves them. */
@Module({
  imports: [IntakeModule, LimitsModule, RelayModule, SessionModule],
  controllers: [PicturesController],
  providers: [KnownPictures, ReceivedPictures],
})
export class PicturesModule {}
