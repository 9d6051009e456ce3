import { Module } from '@nestjs/common';
import { RoomsModule } from '../rooms/rooms.module';
import { TypingController } from './typing.controller';

@Module({
  imports: [RoomsModule],
  controllers: [TypingController],
})
export class TypingModule {}
