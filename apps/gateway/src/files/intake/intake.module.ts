import { Module } from '@nestjs/common';
import { Intake } from './intake.service';

/** One process for the files of messages and for the pictures of people. */
@Module({ providers: [Intake], exports: [Intake] })
export class IntakeModule {}
