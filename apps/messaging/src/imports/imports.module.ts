import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module';
import { RoomsModule } from '../rooms/rooms.module';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';

/** Rooms imported from another service. */
@Module({
  imports: [RoomsModule, MessagesModule],
  controllers: [ImportsController],
  providers: [ImportsRepository],
})
export class ImportsModule {}
