import { Module } from '@nestjs/common';
import { PeopleRepository } from './people.repository';

/** What this service knows of people. */
@Module({
  providers: [PeopleRepository],
  exports: [PeopleRepository],
})
export class PeopleModule {}
