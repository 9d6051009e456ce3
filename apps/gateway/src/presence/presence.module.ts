import { Module } from '@nestjs/common';
import { Presence } from './presence.service';

@Module({
  providers: [Presence],
  exports: [Presence],
})
export class PresenceModule {}
