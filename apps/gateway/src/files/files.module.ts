import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { SessionModule } from '../session/session.module';
import { Downloads } from './downloads.service';
import { FilesController } from './files.controller';
import { IntakeModule } from './intake/intake.module';
import { Uploads } from './uploads.service';

/** Takes and gives the bytes of files over HTTP. */
@Module({
  imports: [IntakeModule, LimitsModule, SessionModule],
  controllers: [FilesController],
  providers: [Uploads, Downloads],
})
export class FilesModule {}
