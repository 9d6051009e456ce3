import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { SessionModule } from '../session/session.module';
import { Admission } from './admission.service';
import { Downloads } from './downloads.service';
import { FilesController } from './files.controller';
import { Intake } from './intake/intake.service';
import { Uploads } from './uploads.service';

/** Takes and gives the bytes of files over HTTP. */
@Module({
  imports: [LimitsModule, SessionModule],
  controllers: [FilesController],
  providers: [Admission, Uploads, Downloads, Intake],
})
export class FilesModule {}
