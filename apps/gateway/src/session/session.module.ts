import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { Admission } from './admission.service';
import { Handshake } from './handshake.service';
import { Operators } from './operators.service';
import { Sessions } from './sessions.service';

/** Identifies users by their session cookie. */
@Module({
  imports: [LimitsModule],
  providers: [Sessions, Handshake, Operators, Admission],
  exports: [Sessions, Handshake, Operators, Admission],
})
export class SessionModule {}
